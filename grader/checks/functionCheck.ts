/**
 * A check of functions: the calls, with what they must answer.
 *
 * Cases say nothing about how an answer is found. What is expected comes from the exercise's own oracle, never from the learner's code.
 */
import type { Arbitrary } from 'fast-check';
import type { Argument, Crossed, Data } from '../base/data.ts';
import type { CheckFacts } from './exercise.ts';

export interface FunctionCheck extends CheckFacts {
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
  /** It takes even a right answer so long that it is not called a second time. */
  readonly isLong?: boolean;
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
