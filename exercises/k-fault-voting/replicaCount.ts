/**
 * How many replicas k faults take, found by trying.
 *
 * The solution has four formulas. Here n goes up until a condition holds that says, for each model, what must be possible with n replicas.
 */
import { constantFrom, integer, tuple } from 'fast-check';
import { refuses, returns, type Case } from '../../grader/checks/functionCheck.ts';

export const MODELS = ['silent', 'byzantine-voting', 'crash-consensus', 'byzantine-agreement'] as const;

export type Model = (typeof MODELS)[number];

/** The least n that will do. */
export function replicaCount(k: number, model: Model): number {
  let n = 1;
  while (!suffices(n, k, model)) n += 1;
  return n;
}

function suffices(n: number, k: number, model: Model): boolean {
  const answering = n - k;
  /** How many members two sets of so many answering replicas share at the least. */
  const shared = 2 * answering - n;
  switch (model) {
    case 'silent':
      return answering >= 1;
    case 'byzantine-voting':
      return answering > k;
    case 'crash-consensus':
      return answering >= 1 && shared >= 1;
    case 'byzantine-agreement':
      return answering >= 1 && shared > k;
  }
}

const ABOUT: Readonly<Record<Model, string>> = {
  silent: 'One replica that answers is enough, since none lies.',
  'byzantine-voting': 'What the correct replicas say must have more votes than all the lies.',
  'crash-consensus': 'Nobody can wait for all, and any two sets of replicas that decide must share a member.',
  'byzantine-agreement': 'Any two sets of replicas that decide must share a member that does not lie.',
};

function count(k: number, model: Model): Case {
  return returns('replicasNeeded', [k, model], replicaCount(k, model), ABOUT[model]);
}

export function* knownCounts(): Iterable<Case> {
  for (const k of [1, 2, 3, 0, 4, 10, 33]) for (const model of MODELS) yield count(k, model);
  for (const k of [-1, 0.5, 1.5, -0.5, NaN, Infinity, -Infinity, -3]) {
    for (const model of MODELS) yield refuses('replicasNeeded', [k, model], `There are no ${k} replicas.`);
  }
}

export const generatedCounts = tuple(integer({ min: 0, max: 400 }), constantFrom(...MODELS)).map(([k, model]) => count(k, model));
