/** What the failure board says in words: a record line by line, and why a place is right or not. */
import type { Exchange, Reply, Verdict } from '../../exercises/classify-failure/trace.ts';
import { isArbitrary, subtypesIn } from '../../exercises/classify-failure/oracle.ts';
import { judge, rightPlace, type FailureClass, type Place, type Row } from './failureBoard.ts';
import { SPEC, type FailureRecord } from './failureRecords.ts';

const MEANS: Readonly<Record<FailureClass, string>> = {
  crash: 'A crash explains nothing but silence to the end.',
  omission: 'An omission explains what is missing, and not what comes.',
  timing: 'A timing failure explains when a reply comes, and not what it says or what the server does.',
  response: 'A response failure gives everybody the same answer, and one that can be read.',
  arbitrary: '',
};

const SUBTYPES: Readonly<Record<string, string>> = {
  receive: 'receive omission',
  send: 'send omission',
  early: 'too early',
  late: 'too late',
  value: 'value failure',
  'state-transition': 'state-transition failure',
};

export function boardSentence(record: FailureRecord, tried: Place | undefined): string {
  if (tried === undefined)
    return `Record ${record.id}: how does the server fail, and how well can the others tell? Choose a place on the board.`;
  const judgement = judge(record, tried);
  switch (judgement.kind) {
    case 'right':
      return `Record ${record.id} belongs here: ${nameOf(tried, judgement.subtype)}. ${record.why}`;
    case 'too mild':
      return `Exchange ${judgement.at + 1} contradicts you. ${contradiction(record, tried, judgement.at)}`;
    case 'too severe':
      return tried.row === 'fail-arbitrary' && rightPlace(record).class === 'arbitrary'
        ? 'Nothing contradicts you. But all that is wrong here can be seen to be wrong, so a kinder row fits.'
        : `Nothing contradicts you, for a server that may fail by ${phrase(tried.class)} may also do this. But a milder class explains all of it.`;
    case 'other row':
      return `The column is right. ${otherRow(tried.row, judgement.row)}`;
  }
}

/** An exchange as a sentence, from the log to the observers. */
export function exchangeLine({ received, step, replies }: Exchange): string {
  const log = step ? `in the log, ${step[0]}→${step[1]}` : received ? 'in the log' : 'not in the log';
  const seen = Object.entries(replies).map(
    ([name, reply]) => `${name} gets ${reply ? `${reply.value} after ${reply.after} ms` : 'nothing'}`,
  );
  return `${log}; ${seen.join(', ')}`;
}

function nameOf(place: Place, subtype: Verdict['subtype']): string {
  const column = `${place.class} failure`;
  const detail = subtype === null ? place.row : SUBTYPES[subtype];
  return `${column}, ${detail}`;
}

function phrase(name: FailureClass): string {
  return name === 'arbitrary' ? 'doing anything' : name;
}

function contradiction(record: FailureRecord, tried: Place, at: number): string {
  const exchange = record.trace.exchanges[at];
  if (exchange === undefined) return '';
  if (tried.class === 'arbitrary') return `${amiss(exchange)} Output that is fail-safe is seen to be junk.`;
  const shown = subtypesIn([exchange], SPEC);
  const isOnlySilent = !isArbitrary(exchange) && [...shown].every((subtype) => subtype === 'receive' || subtype === 'send');
  if (isOnlySilent) return 'The server is heard of again after it was silent. After a crash it would not be.';
  return `${amiss(exchange)} ${MEANS[tried.class]}`;
}

/** The worst that is wrong in an exchange. */
function amiss(exchange: Exchange): string {
  const replies = Object.entries(exchange.replies).flatMap(([name, reply]) => (reply ? [{ name, ...reply }] : []));
  const shown = subtypesIn([exchange], SPEC);
  if (replies.some(isJunk)) return 'What comes is junk.';
  if (isArbitrary(exchange)) return `${replies.map(({ name, value }) => `${name} gets ${value}`).join(', and ')}.`;
  if (shown.has('value')) return `${replies[0]?.value ?? ''} is a wrong answer, and it comes in time.`;
  if (shown.has('state-transition'))
    return `The log shows a step from ${exchange.step?.join(' to ') ?? ''}, which ${exchange.op} must not take.`;
  return `A reply comes after ${replies[0]?.after ?? ''} ms, which is too ${shown.has('early') ? 'early' : 'late'}.`;
}

function isJunk(reply: Reply): boolean {
  return reply.value === 'junk';
}

function otherRow(tried: Row, right: Row): string {
  if (right === 'no halt') return `But “${tried}” is said of a server that has stopped doing its work, and this one goes on.`;
  if (right === 'fail-safe' || right === 'fail-arbitrary')
    return 'But this server puts out wrong things. Can the others see that they are wrong?';
  if (tried === 'no halt')
    return 'But from some moment on nothing is heard of this server: it has halted. What do p and q know about that?';
  if (tried === 'fail-safe' || tried === 'fail-arbitrary')
    return `But “${tried}” is about wrong output, and this server puts out nothing wrong. It is silent.`;
  if (right === 'fail-stop') return 'But read what p and q are told, and how far they can trust it.';
  if (right === 'fail-noisy') return 'But read what p and q are told, and whether it was always true.';
  return 'But nobody tells p and q anything, and silence may also be slowness.';
}
