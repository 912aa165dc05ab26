/**
 * What the author of a function exercise writes: checks, and in each the calls with what they must answer.
 *
 * Cases say nothing about how an answer is found. What is expected comes from the exercise's own oracle, never from the learner's code.
 */
import type { Arbitrary } from 'fast-check';
import type { Argument, Crossed, Data } from '../base/data.ts';
import type { CheckKind } from '../base/report.ts';

export interface FunctionExercise {
  /** The name of its folder. */
  readonly id: string;
  readonly title: string;
  /** The lesson that it belongs to. */
  readonly lesson: string;
  readonly level: 'easy' | 'medium' | 'hard';
  readonly core: boolean;
  /** The functions that a submission exports. */
  readonly exports: readonly string[];
  /** In the order of the contract; 100 points in all. */
  readonly checks: readonly FunctionCheck[];
  /** From a nudge to a worked fragment of a neighbouring problem. */
  readonly hints: readonly string[];
}

export interface FunctionCheck {
  readonly id: string;
  /** A promise: "Every single error in every word is corrected". */
  readonly title: string;
  readonly kind: CheckKind;
  readonly points: number;
  /** Known calls, simplest first: the first that goes wrong is the one that the learner sees. Made anew for each grading. */
  readonly cases: () => Iterable<Case>;
  /** Whether `cases` are every input there is. */
  readonly complete?: boolean;
  /** More calls, generated from the seed and shrunk to the smallest that goes wrong. */
  readonly generated?: { readonly arbitrary: Arbitrary<Case>; readonly runs?: number };
}

export interface Case {
  /** The exported function. */
  readonly fn: string;
  readonly args: readonly Argument[];
  readonly expected: Expected;
  /** A sentence that says what is special about this call, for the message. */
  readonly about?: string;
}

export type Expected =
  | { readonly kind: 'value'; readonly value: Data }
  | { readonly kind: 'range-error' }
  /** For answers that may differ within bounds. `text` completes "expected: …". */
  | { readonly kind: 'satisfies'; readonly text: string; readonly holds: (value: Crossed) => boolean };

/** A call that must return `value`. */
export function returns(fn: string, args: readonly Argument[], value: Data, about?: string): Case {
  return { fn, args, expected: { kind: 'value', value }, ...(about === undefined ? {} : { about }) };
}

/** A call that must throw a RangeError. */
export function refuses(fn: string, args: readonly Argument[], about?: string): Case {
  return { fn, args, expected: { kind: 'range-error' }, ...(about === undefined ? {} : { about }) };
}
