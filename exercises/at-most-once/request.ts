/** Requests, their answers, and how both are read from messages that a learner's process may have made. */
import { isList, isMap, isSet, type Data } from '../../grader/base/data.ts';
import { showData } from '../../grader/base/showData.ts';

export type Operation =
  | { readonly type: 'deposit'; readonly amount: number }
  | { readonly type: 'withdraw'; readonly amount: number }
  | { readonly type: 'balance' };

export type Answer = number | 'insufficient';

/** One request of a scenario, known before it runs. A scenario's requests stand in a list; monitors know them by their index there. */
export interface Request {
  readonly client: string;
  /** From 1. */
  readonly seq: number;
  readonly op: Operation;
}

export const deposit = (amount: number): Operation => ({ type: 'deposit', amount });
export const withdraw = (amount: number): Operation => ({ type: 'withdraw', amount });
export const balance: Operation = { type: 'balance' };

/** The balance and the answer after an operation. */
export function execute(before: number, op: Operation): { readonly balance: number; readonly answer: Answer } {
  if (op.type === 'balance') return { balance: before, answer: before };
  if (op.type === 'withdraw' && before < op.amount) return { balance: before, answer: 'insufficient' };
  const after = op.type === 'deposit' ? before + op.amount : before - op.amount;
  return { balance: after, answer: after };
}

/** A message as a REQUEST; undefined if it is none. */
export function readRequest(message: Data): { readonly seq: number; readonly ackUpTo: number } | undefined {
  const { type, seq, ackUpTo } = fields(message);
  return type === 'REQUEST' && typeof seq === 'number' && typeof ackUpTo === 'number' ? { seq, ackUpTo } : undefined;
}

/** A message as a REPLY; undefined if it is none. What it says need not be an answer. */
export function readReply(message: Data): { readonly seq: number; readonly value: Data } | undefined {
  const { type, seq, value } = fields(message);
  return type === 'REPLY' && typeof seq === 'number' ? { seq, value } : undefined;
}

function fields(message: Data): { readonly [name: string]: Data } {
  if (typeof message !== 'object' || message === null) return {};
  return isList(message) || isMap(message) || isSet(message) || message instanceof Uint8Array ? {} : message;
}

/** "request 2 (deposit 10)". */
export function showRequest({ seq, op }: Request): string {
  return `request ${seq} (${op.type === 'balance' ? 'balance' : `${op.type} ${op.amount}`})`;
}

/** The same, with the name of its client in front where there are several. */
export function showAmong(requests: readonly Request[], at: number): string {
  const request = requests[at];
  if (!request) return 'a request';
  const whose = requests.every((one) => one.client === request.client) ? '' : `${request.client}'s `;
  return `${whose}${showRequest(request)}`;
}

/** Answers in one sentence: more are not read. */
const MAX_SHOWN_ANSWERS = 5;

/** "request 1 (deposit 1) → 1, request 2 (balance) → 1": those that have answers, the last of them where there are many. */
export function showAnswers(requests: readonly Request[], answers: readonly (Answer | null)[]): string {
  const given = answers.flatMap((answer, at) => (answer === null ? [] : [`${showAmong(requests, at)} → ${showData(answer)}`]));
  const shown = given.slice(-MAX_SHOWN_ANSWERS).join(', ');
  return given.length > MAX_SHOWN_ANSWERS ? `…, ${shown}` : shown;
}
