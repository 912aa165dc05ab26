/**
 * The oracle of this exercise: is there an order of requests that explains the answers?
 *
 * It tries them all. Requests without an answer may stand anywhere in the order or be left out, since nobody knows whether they were executed.
 * After: Herlihy and Wing, Linearizability (1990), for one object and the few requests of a scenario.
 */
import { execute, type Answer, type Request } from './request.ts';

export interface Observed {
  readonly requests: readonly Request[];
  /** By index of the request. Null: not answered. */
  readonly answers: readonly (Answer | null)[];
  /** Those that can have been executed, a bit each. All unless given. */
  readonly sent?: number;
  /** By index of the request: those that must come before it, a bit each. None unless given. */
  readonly behind?: readonly number[];
}

/** The indices of the requests in an order that explains every answer; undefined if there is none. */
export function findOrder({ requests, answers, sent = ~0, behind = [] }: Observed): readonly number[] | undefined {
  const open = answers.reduce<number>((bits, answer, at) => (answer === null ? bits : bits | (1 << at)), 0);
  // Which requests were executed decides the balance, so a set that led nowhere once need not be entered again.
  const seen = new Set<number>();

  const extend = (order: readonly number[], placed: number, balance: number): readonly number[] | undefined => {
    if ((placed & open) === open) return order;
    if (seen.has(placed)) return undefined;
    seen.add(placed);
    for (const [at, request] of requests.entries()) {
      const mustBeBefore = behind[at] ?? 0;
      if (placed & (1 << at) || !(sent & (1 << at)) || (placed & mustBeBefore) !== mustBeBefore) continue;
      const answer = answers[at] ?? null;
      const after = execute(balance, request.op);
      if (answer !== null ? answer !== after.answer : after.balance === balance) continue;
      const found = extend([...order, at], placed | (1 << at), after.balance);
      if (found) return found;
    }
    return undefined;
  };
  return extend([], 0, 0);
}

/** The index of a request which, executed twice, would explain the answers; undefined if none would. */
export function findDouble({ requests, answers, sent = ~0 }: Observed): number | undefined {
  const second = 1 << requests.length;
  const at = requests.findIndex(
    (request, index) =>
      request.op.type !== 'balance' &&
      sent & (1 << index) &&
      findOrder({ requests: [...requests, request], answers: [...answers, null], sent: sent | second }),
  );
  return at >= 0 ? at : undefined;
}
