/** What the figure says: what the receiver makes of a word, and how that compares with what was sent. */
import { dataOf, oddGroups, parity, read, syndrome, type Reading } from './hammingCode.ts';

export interface Truth {
  readonly text: string;
  /** Whether the receiver believes something that is not so. */
  readonly isDeceived: boolean;
}

/** What the receiver can know. */
export function receiverSentence(word: string): string {
  const reading = read(word);
  return `${groupsSentence(word)} ${conclusion(reading, word)}`;
}

/** What it cannot know. */
export function truthSentence(word: string, sent: string): Truth {
  const reading = read(word);
  const wrong = [...word].filter((bit, at) => bit !== sent[at]).length;
  const start = `Sent was ${sent}: ${wrong === 0 ? 'no bit is' : wrong === 1 ? '1 bit is' : `${wrong} bits are`} wrong.`;
  if (reading.kind === 'double') return { text: `${start} The receiver is right to read nothing.`, isDeceived: false };
  if (reading.data === dataOf(sent)) return { text: `${start} The receiver reads what was sent.`, isDeceived: false };
  return { text: `${start} The receiver reads ${reading.data} instead of ${dataOf(sent)}, and nothing tells it so.`, isDeceived: true };
}

function groupsSentence(word: string): string {
  const odd = oddGroups(word);
  const binary = syndrome(word).toString(2).padStart(3, '0');
  if (odd.length === 0) return 'The three groups are all even: the syndrome is 000.';
  if (odd.length === 1) return `Group ${odd[0]} is odd: the syndrome is ${binary}, which is ${syndrome(word)}.`;
  const names = `${odd.slice(0, -1).join(', ')} and ${odd.at(-1)}`;
  return `Groups ${names} are odd: the syndrome is ${binary}, which is ${odd.join(' + ')} = ${syndrome(word)}.`;
}

function conclusion(reading: Reading, word: string): string {
  const whole = word.length === 8 ? `All eight bits together are ${parity(word) === 0 ? 'even' : 'odd'}. ` : '';
  if (reading.kind === 'double')
    return `${whole}An address, but an even number of errors: the receiver reports a double error and reads nothing.`;
  if (reading.kind === 'ok') return `${whole}The receiver sees no error and reads ${reading.data}.`;
  if (reading.position === 8) return `${whole}So bit 8 itself is wrong: the receiver flips it and reads ${reading.data}.`;
  return `${whole}The receiver flips bit ${reading.position} and reads ${reading.data}.`;
}
