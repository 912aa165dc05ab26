/**
 * The board on which records of a server are placed: how it fails across, how well others can tell down.
 *
 * The verdicts are the grader's own. A place that is too mild is contradicted by one exchange: the first after which the verdict on what
 * has happened so far is worse than the place.
 */
import { verdictOn } from '../../exercises/classify-failure/oracle.ts';
import type { Verdict } from '../../exercises/classify-failure/trace.ts';
import { SPEC, type FailureRecord } from './failureRecords.ts';

/** From the mildest to the worst. */
export const CLASSES = ['crash', 'omission', 'timing', 'response', 'arbitrary'] as const;
export type FailureClass = (typeof CLASSES)[number];

/** From what others can tell best to what they cannot tell at all; last, a server that does not halt. */
export const ROWS = ['fail-stop', 'fail-noisy', 'fail-silent', 'fail-safe', 'fail-arbitrary', 'no halt'] as const;
export type Row = (typeof ROWS)[number];

export interface Place {
  readonly class: FailureClass;
  readonly row: Row;
}

export type Judgement =
  | { readonly kind: 'right'; readonly subtype: Verdict['subtype'] }
  /** The exchange at `at` does not fit a class so mild, or a row so kind. */
  | { readonly kind: 'too mild'; readonly at: number }
  /** All of it fits, but a milder class, or a kinder row, explains all of it too. */
  | { readonly kind: 'too severe' }
  /** The class is right; what the others come to know is not what the row says. */
  | { readonly kind: 'other row'; readonly row: Row };

export function judge(record: FailureRecord, place: Place): Judgement {
  const verdict = verdictAfter(record, record.trace.exchanges.length);
  const right = placeOf(verdict);
  if (severity(place.class) < severity(right.class)) {
    return { kind: 'too mild', at: firstAfterWhich(record, (soFar) => severity(soFar.class) > severity(place.class)) };
  }
  if (severity(place.class) > severity(right.class)) return { kind: 'too severe' };
  if (place.row === right.row) return { kind: 'right', subtype: verdict.subtype };
  if (place.row === 'fail-safe' && right.row === 'fail-arbitrary') {
    return { kind: 'too mild', at: firstAfterWhich(record, (soFar) => soFar.observability === 'fail-arbitrary') };
  }
  if (place.row === 'fail-arbitrary' && right.row === 'fail-safe') return { kind: 'too severe' };
  return { kind: 'other row', row: right.row };
}

/** The only place at which `judge` says right. */
export function rightPlace(record: FailureRecord): Place {
  return placeOf(verdictAfter(record, record.trace.exchanges.length));
}

/** The rows that make sense for a class: the words are for servers that have halted, or might as well have. */
export function rowsOf(name: FailureClass): readonly Row[] {
  if (name === 'crash') return ['fail-stop', 'fail-noisy', 'fail-silent'];
  return name === 'arbitrary' ? ['fail-safe', 'fail-arbitrary'] : ['no halt'];
}

function placeOf({ class: name, observability }: Verdict): Place {
  // Every record fails, so `none` occurs only in the verdict on the beginning of one, which is never placed.
  return { class: name === 'none' ? 'crash' : name, row: observability ?? 'no halt' };
}

function verdictAfter({ trace }: FailureRecord, exchanges: number): Verdict {
  return verdictOn({ ...trace, exchanges: trace.exchanges.slice(0, exchanges) }, SPEC);
}

function firstAfterWhich(record: FailureRecord, isSo: (soFar: Verdict) => boolean): number {
  return record.trace.exchanges.findIndex((_, at) => isSo(verdictAfter(record, at + 1)));
}

function severity(name: Verdict['class']): number {
  return name === 'none' ? -1 : CLASSES.indexOf(name);
}
