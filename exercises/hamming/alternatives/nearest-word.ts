// How it differs: no syndrome; it searches a table for the nearest code word, and returns class instances and frozen objects.
const WORDS_74 = Array.from({ length: 16 }, (_, nibble) => build(nibble));
const WORDS_84 = WORDS_74.map((word) => word + (ones(word) % 2));

function build(nibble: number): string {
  const data = nibble.toString(2).padStart(4, '0').split('');
  const word = ['?', '?', data[0], '?', data[1], data[2], data[3]];
  for (const parity of [1, 2, 4]) {
    let count = 0;
    for (let position = 1; position <= 7; position++) if (position & parity && position !== parity && word[position - 1] === '1') count++;
    word[parity - 1] = String(count % 2);
  }
  return word.join('');
}

function ones(word: string): number {
  return word.split('1').length - 1;
}

function nearest(words: string[], word: string): { nibble: number; wrong: number[] } {
  if (!new RegExp(`^[01]{${words[0].length}}$(?!\\n)`).test(word)) throw new RangeError('not a word');
  return words
    .map((code, nibble) => ({ nibble, wrong: [...code].map((bit, at) => (bit === word[at] ? 0 : at + 1)).filter(Boolean) }))
    .reduce((best, next) => (next.wrong.length < best.wrong.length ? next : best));
}

function lookUp(words: string[], nibble: number): string {
  const word = words[nibble];
  if (word === undefined) throw new (class NibbleError extends RangeError {})('not a nibble');
  return word;
}

export const encode74 = (nibble: number): string => lookUp(WORDS_74, nibble);
export const encode84 = (nibble: number): string => lookUp(WORDS_84, nibble);

export const decode74 = (word: string) => {
  const { nibble, wrong } = nearest(WORDS_74, word);
  return Object.freeze({ position: wrong[0] ?? 0, nibble });
};

class Answer {
  constructor(
    public status: string,
    public nibble: number | null,
    public position: number,
  ) {}
}

export const decode84 = (word: string) => {
  const { nibble, wrong } = nearest(WORDS_84, word);
  if (wrong.length === 2) return new Answer('double', null, 0);
  return new Answer(wrong.length ? 'corrected' : 'ok', nibble, wrong[0] ?? 0);
};
