/** Block diagrams with known structure, and generated ones of at most five components. */
import { array, constantFrom, integer, nat, oneof, record, tuple, type Arbitrary } from 'fast-check';
import type { Diagram, Probabilities } from './oracle.ts';

export interface Example {
  readonly diagram: Diagram;
  readonly probabilities: Probabilities;
  readonly about?: string;
  /** There are so many ways for its components to be up or down that it is judged once only. */
  readonly isLong?: boolean;
}

export const component = (name: string): Diagram => ({ type: 'component', name });
export const series = (...parts: readonly (Diagram | string)[]): Diagram => ({ type: 'series', parts: parts.map(asDiagram) });
export const parallel = (...parts: readonly (Diagram | string)[]): Diagram => ({ type: 'parallel', parts: parts.map(asDiagram) });
export const kOf = (k: number, ...parts: readonly (Diagram | string)[]): Diagram => ({ type: 'k-of-n', k, parts: parts.map(asDiagram) });

function asDiagram(part: Diagram | string): Diagram {
  return typeof part === 'string' ? component(part) : part;
}

/** Thousandths, 0 and 1 excluded; simplest first. */
export const likelihood: Arbitrary<number> = oneof(
  { withCrossShrink: true },
  constantFrom(0.5, 0.9, 0.99, 0.999),
  integer({ min: 1, max: 999 }).map((thousandths) => thousandths / 1000),
);

const EIGHT = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const TWELVE = [...EIGHT, 'i', 'j', 'k', 'l'];
/** From 0.9 down to 0.68. */
const OF_TWELVE = Object.fromEntries(TWELVE.map((name, at) => [name, (45 - at) / 50]));

export const DIFFERENT: readonly Example[] = [
  { diagram: component('a'), probabilities: { a: 0.9 } },
  { diagram: series('a', 'b'), probabilities: { a: 0.9, b: 0.8 } },
  { diagram: parallel('a', 'b'), probabilities: { a: 0.9, b: 0.8 } },
  { diagram: kOf(2, 'a', 'b', 'c'), probabilities: { a: 0.9, b: 0.9, c: 0.9 } },
  { diagram: kOf(2, 'a', 'b', 'c'), probabilities: { a: 0.9, b: 0.5, c: 0.2 }, about: 'The parts of a k-of-n need not be equally good.' },
  {
    diagram: series('balancer', parallel('web1', 'web2'), 'database'),
    probabilities: { balancer: 0.999, web1: 0.99, web2: 0.99, database: 0.995 },
  },
  { diagram: parallel(series('a', 'b'), series('c', 'd')), probabilities: { a: 0.9, b: 0.8, c: 0.7, d: 0.6 } },
  { diagram: kOf(2, series('a', 'b'), parallel('c', 'd'), 'e'), probabilities: { a: 0.9, b: 0.8, c: 0.7, d: 0.6, e: 0.5 } },
  { diagram: parallel(kOf(3, 'a', 'b', 'c', 'd'), 'e'), probabilities: { a: 0.9, b: 0.8, c: 0.7, d: 0.6, e: 0.1 } },
  { diagram: series('a'), probabilities: { a: 0.9, unused: 0.1 }, about: 'A probability may be given that no component uses.' },
  {
    diagram: kOf(3, ...EIGHT.slice(0, 4).map((name, at) => parallel(name, EIGHT[at + 4] ?? ''))),
    probabilities: OF_TWELVE,
    about: 'Three of four pairs must work.',
  },
];

const BRIDGE = parallel(series('a', 'b'), series('c', 'd'), series('a', 'e', 'd'), series('c', 'e', 'b'));

export const SHARED: readonly Example[] = [
  { diagram: series('x', 'x'), probabilities: { x: 0.9 } },
  { diagram: parallel('x', 'x'), probabilities: { x: 0.9 } },
  { diagram: kOf(2, 'x', 'x', 'y'), probabilities: { x: 0.9, y: 0.5 }, about: 'Two of the three parts are x.' },
  { diagram: kOf(2, 'x', 'y', 'y', 'z'), probabilities: { x: 0.9, y: 0.5, z: 0.2 } },
  { diagram: kOf(3, 'x', 'x', 'y', 'y'), probabilities: { x: 0.9, y: 0.8 } },
  { diagram: series('x', series('x', 'y')), probabilities: { x: 0.9, y: 0.8 } },
  { diagram: series('x', parallel('x', 'y')), probabilities: { x: 0.9, y: 0.8 } },
  { diagram: parallel('x', series('x', 'y')), probabilities: { x: 0.9, y: 0.8 } },
  {
    diagram: parallel(series('power', 'disk1'), series('power', 'disk2')),
    probabilities: { power: 0.9, disk1: 0.8, disk2: 0.7 },
    about: 'Both disks hang on one power supply.',
  },
  { diagram: series(parallel('x', 'y'), parallel('y', 'z'), parallel('z', 'x')), probabilities: { x: 0.9, y: 0.8, z: 0.7 } },
  { diagram: BRIDGE, probabilities: { a: 0.9, b: 0.9, c: 0.9, d: 0.9, e: 0.9 }, about: 'These are the four paths over a bridge.' },
  { diagram: BRIDGE, probabilities: { a: 0.9, b: 0.8, c: 0.7, d: 0.6, e: 0.5 } },
  { diagram: kOf(2, series('x', 'y'), series('x', 'z'), series('y', 'z')), probabilities: { x: 0.9, y: 0.8, z: 0.7 } },
  {
    diagram: parallel(...TWELVE.slice(1).map((name, at) => series(TWELVE[at] ?? '', name))),
    probabilities: OF_TWELVE,
    about: 'Two neighbours in a row of twelve must work.',
    isLong: true,
  },
];

interface Gate {
  readonly type: 'series' | 'parallel' | 'k-of-n';
  readonly takes: number;
  readonly k: number;
}

const gates: Arbitrary<readonly Gate[]> = array(
  record({ type: constantFrom('series' as const, 'parallel' as const, 'k-of-n' as const), takes: integer({ min: 1, max: 4 }), k: nat(3) }),
  { minLength: 1, maxLength: 4 },
);

/** Diagrams of one to five components, all different. */
export const differentExample: Arbitrary<Example> = tuple(array(likelihood, { minLength: 1, maxLength: 5 }), gates).map(
  ([likelihoods, chosen]) => {
    const named = likelihoods.map((p, at) => ['abcde'.charAt(at), p] as const);
    return {
      diagram: wire(
        named.map(([name]) => name),
        chosen,
      ),
      probabilities: Object.fromEntries(named),
    };
  },
);

/** Diagrams of one to four components in two to seven places, at least one of them in two. */
export const sharedExample: Arbitrary<Example> = tuple(
  array(constantFrom('a', 'b', 'c', 'd'), { minLength: 2, maxLength: 7 }).filter((names) => new Set(names).size < names.length),
  tuple(likelihood, likelihood, likelihood, likelihood),
  gates,
).map(([names, likelihoods, chosen]) => ({
  diagram: wire(names, chosen),
  probabilities: Object.fromEntries([...new Set(names)].map((name) => [name, likelihoods['abcd'.indexOf(name)] ?? 0])),
}));

/** Each gate takes parts from the front of the row and goes to its end; what is left in the end is a series. */
function wire(names: readonly string[], chosen: readonly Gate[]): Diagram {
  const row = names.map(component);
  for (const { type, takes, k } of chosen) {
    const parts = row.splice(0, takes);
    row.push(type === 'k-of-n' ? { type, k: 1 + (k % parts.length), parts } : { type, parts });
  }
  const [only] = row;
  return row.length === 1 && only ? only : { type: 'series', parts: row };
}
