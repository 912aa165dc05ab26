/** The promise of one order: without regard to time, and with regard to what clients had seen. */
import type { Data } from '../../grader/base/data.ts';
import { showData } from '../../grader/base/showData.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import { findDouble, findOrder, type Observed } from './order.ts';
import { replySent, requestSent } from './replies.ts';
import { showAnswers, showAmong, type Answer, type Request } from './request.ts';

/** By index of the request: its answer; null if it has none yet. */
type Answers = readonly (Answer | null)[];

export type Said = {
  readonly answers: Answers;
  /** The requests that were sent, a bit each. */
  readonly sent: number;
};

/** One order explains every REPLY. */
export function once(requests: readonly Request[]): Property<Said> {
  return {
    watches: ['send'],
    first: { answers: requests.map(() => null), sent: 0 },
    observe(said, event) {
      const { answers, sent } = said;
      const request = requestSent(event, requests);
      if (request !== undefined) return { answers, sent: sent | (1 << request) };
      const reply = replySent(event, requests);
      if (!reply || reply.value === answers[reply.at]) return said;
      const next = withAnswer(answers, reply);
      return next && findOrder({ requests, answers: next, sent })
        ? { answers: next, sent }
        : unexplained({ requests, answers, sent }, reply);
    },
  };
}

type Seen = {
  readonly answers: Answers;
  /** By index of the request: the requests that had answers when it was first sent, a bit each; null if it was not sent yet. */
  readonly behind: readonly (number | null)[];
};

/** One order explains every REPLY and puts each request behind those that had been answered when it was first sent. */
export function survives(requests: readonly Request[]): Property<Seen> {
  return {
    watches: ['send'],
    first: { answers: requests.map(() => null), behind: requests.map(() => null) },
    observe(seen, event) {
      const { answers, behind } = seen;
      const request = requestSent(event, requests);
      if (request !== undefined && behind[request] === null) return { answers, behind: behind.with(request, bitsOf(answers)) };
      const reply = replySent(event, requests);
      if (!reply || reply.value === answers[reply.at]) return seen;
      const next = withAnswer(answers, reply);
      const sent = bitsOf(behind);
      const order = { requests, sent, behind: behind.map((bits) => bits ?? 0) };
      if (next && findOrder({ ...order, answers: next })) return { answers: next, behind };
      const isUndone = next !== undefined && findOrder({ requests, answers: next, sent }) !== undefined;
      return isUndone ? undone({ ...order, answers }, reply) : unexplained({ requests, answers, sent }, reply);
    },
  };
}

interface Reply {
  readonly at: number;
  readonly value: Data;
}

/** Undefined if it is no answer, or not the one that was given before. */
function withAnswer(answers: Answers, { at, value }: Reply): Answers | undefined {
  const isAnswer = typeof value === 'number' || value === 'insufficient';
  return isAnswer && answers[at] === null ? answers.with(at, value) : undefined;
}

/** The places that are not null, a bit each. */
function bitsOf(list: readonly unknown[]): number {
  return list.reduce<number>((bits, one, at) => (one === null ? bits : bits | (1 << at)), 0);
}

function unexplained({ requests, answers, sent }: Observed & { readonly sent: number }, reply: Reply): Violation {
  const said = `The server answered ${showAmong(requests, reply.at)} with ${showData(reply.value)}`;
  const first = answers[reply.at] ?? null;
  if (first !== null) {
    return new Violation(
      'server',
      `${said}, and had answered it with ${showData(first)} before. No order in which it is executed at most once explains both.`,
    );
  }
  const next = withAnswer(answers, reply);
  const double = next && findDouble({ requests, answers: next, sent });
  const reason = double === undefined ? '' : ` If ${showAmong(requests, double)} was executed twice, there is one.`;
  return new Violation(
    'server',
    `${said}. No order of the requests in which each is executed at most once explains that${earlier(requests, answers)}.${reason}`,
  );
}

function undone({ requests, answers, behind = [] }: Observed, reply: Reply): Violation {
  const seen = answers.map((answer, at) => ((behind[reply.at] ?? 0) & (1 << at) ? answer : null));
  const shown = seen.some((answer) => answer !== null)
    ? `When that was first sent, these had their answers and so come before it in the order: ${showAnswers(requests, seen)}.`
    : `That contradicts the order in which requests were answered and sent${earlier(requests, answers)}.`;
  return new Violation(
    'server',
    `The server answered ${showAmong(requests, reply.at)} with ${showData(reply.value)}. ${shown} What a REPLY had shown is undone, or left out.`,
  );
}

function earlier(requests: readonly Request[], answers: Answers): string {
  const given = showAnswers(requests, answers);
  return given === '' ? '' : ` together with the answers before it: ${given}`;
}
