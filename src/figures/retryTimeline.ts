/**
 * Clients whose first attempts all meet the same fault, and who try again by the same rule: which attempts land outside the fault's
 * window, and what the server has to carry when the window ends.
 *
 * Time is cut into slots. Outside the window the server does `CAPACITY` requests a slot and refuses the rest of them.
 */
import { chanceFor } from '../../grader/sim/chance.ts';

export type Backoff = 'fixed' | 'exponential' | 'jitter';

/** What happens to an attempt: it meets the fault, a busy server, or a server that does it. */
export type Outcome = 'faulty' | 'refused' | 'done';

export interface Attempt {
  readonly client: number;
  /** 1 for the first. */
  readonly number: number;
  readonly atMs: number;
  readonly outcome: Outcome;
}

export interface Plan {
  /** How long the fault lasts from time 0; Infinity for a permanent one. */
  readonly windowMs: number;
  readonly backoff: Backoff;
  /** Attempts of each client, the first among them. */
  readonly attempts: number;
  readonly clients: number;
}

export interface Run {
  /** All attempts, in the order of time. */
  readonly attempts: readonly Attempt[];
  /** Attempts that begin in each slot. */
  readonly load: readonly number[];
  /** Clients that got their answer, and when the last of them did. */
  readonly done: number;
  readonly lastDoneMs: number | undefined;
}

const FIRST_WAIT_MS = 200;
export const SLOT_MS = 100;
/** The longest that five attempts with doubled waits can take is 3,000 ms. */
export const HORIZON_MS = 3400;
export const CAPACITY = 10;

/** Any other seed tells the same story with other numbers. */
const SEED = 20;

/** The wait before each attempt but the first, without jitter. */
export function waitsMs(backoff: Backoff, attempts: number, firstMs = FIRST_WAIT_MS, capMs = Infinity): readonly number[] {
  return Array.from({ length: attempts - 1 }, (_, at) => Math.min(capMs, backoff === 'fixed' ? firstMs : firstMs * 2 ** at));
}

export function runOf(plan: Plan): Run {
  const waits = waitsMs(plan.backoff, plan.attempts);
  const random = Array.from({ length: plan.clients }, (_, client) => chanceFor(SEED, `client ${client}`));
  const attempts: Attempt[] = [];
  const doneIn = new Map<number, number>();
  let coming = random.map((_, client) => ({ client, number: 1, atMs: 0 }));
  while (coming.length > 0) {
    coming.sort((left, right) => left.atMs - right.atMs || left.client - right.client);
    const [next, ...others] = coming;
    if (next === undefined) break;
    const slot = slotOf(next.atMs);
    const outcome = outcomeOf(next.atMs, plan.windowMs, doneIn.get(slot) ?? 0);
    if (outcome === 'done') doneIn.set(slot, (doneIn.get(slot) ?? 0) + 1);
    attempts.push({ ...next, outcome });
    const wait = waits[next.number - 1];
    const isOver = outcome === 'done' || wait === undefined;
    const share = plan.backoff === 'jitter' ? (random[next.client]?.next() ?? 1) : 1;
    coming = isOver ? others : [...others, { ...next, number: next.number + 1, atMs: next.atMs + Math.round(wait * share) }];
  }
  return { attempts, load: loadOf(attempts), ...successOf(attempts) };
}

export function attemptsOf(run: Run, client: number): readonly Attempt[] {
  return run.attempts.filter((attempt) => attempt.client === client);
}

/** The chance that all of `attempts` fail, if each fails with `chance` and none depends on another. */
export function chanceThatAllFail(chance: number, attempts: number): number {
  return chance ** attempts;
}

/** The attempts that are made on average by a client that stops at its first success. */
export function expectedAttempts(chance: number, attempts: number): number {
  return (1 - chance ** attempts) / (1 - chance);
}

function outcomeOf(atMs: number, windowMs: number, doneInSlot: number): Outcome {
  if (atMs < windowMs) return 'faulty';
  return doneInSlot < CAPACITY ? 'done' : 'refused';
}

function slotOf(atMs: number): number {
  return Math.floor(atMs / SLOT_MS);
}

function loadOf(attempts: readonly Attempt[]): readonly number[] {
  const load = Array.from({ length: HORIZON_MS / SLOT_MS }, () => 0);
  for (const { atMs } of attempts) load[slotOf(atMs)] = (load[slotOf(atMs)] ?? 0) + 1;
  return load;
}

function successOf(attempts: readonly Attempt[]): Pick<Run, 'done' | 'lastDoneMs'> {
  const done = attempts.filter(({ outcome }) => outcome === 'done');
  return { done: done.length, lastDoneMs: done.at(-1)?.atMs };
}
