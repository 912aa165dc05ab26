/** Every way in which the contract lets a call be refused, one fault a call. */
import { refuses, type Case } from '../../grader/checks/functionCheck.ts';
import { component, kOf, parallel, series } from './diagrams.ts';
import type { Diagram, Probabilities } from './oracle.ts';

const NOT_PROBABILITIES = [-0.1, 1.1, NaN, Infinity, 1 + 2 ** -52, -(2 ** -52)];

export function* refusals(): Iterable<Case> {
  yield* ofTimes();
  for (const bad of NOT_PROBABILITIES) yield* ofProbability(bad);
  yield* ofCounts();
  yield* ofNames();
}

function* ofTimes(): Iterable<Case> {
  for (const bad of [-1, -0.001, NaN, -Infinity]) {
    for (const good of [0, 1, 1000]) {
      yield refuses('availability', [bad, good]);
      yield refuses('availability', [good, bad]);
    }
  }
  yield refuses('availability', [Infinity, -1]);
  yield refuses('availability', [Infinity, NaN], 'There is no repair time that is not a number.');
  yield refuses('availability', [0, 0], 'It is never up and never down.');
  yield refuses('availability', [1, Infinity], 'It is never repaired.');
  yield refuses('availability', [0, Infinity], 'It is never repaired.');
}

function* ofProbability(bad: number): Iterable<Case> {
  for (const period of ['day', 'year']) yield refuses('downtime', [bad, period]);
  yield refuses('nines', [bad]);
  for (const fn of ['series', 'parallel']) {
    for (const parts of [[bad], [0.5, bad], [0, bad], [1, bad], [bad, 0], [bad, 1], [bad, bad]]) yield refuses(fn, [parts]);
  }
  for (const [k, n] of [
    [1, 2],
    [2, 2],
    [0, 2],
    [3, 2],
    [0, 0],
  ] as const)
    yield refuses('kOfN', [k, n, bad]);
  for (const voters of [1, 3] as const) {
    for (const good of [0.9, 0, 1]) {
      yield refuses('tmr', [bad, good, voters]);
      yield refuses('tmr', [good, bad, voters]);
    }
    yield refuses('tmr', [bad, bad, voters]);
  }
  yield refusesDiagram(component('a'), { a: bad });
  yield refusesDiagram(series('a', 'b'), { a: 0.5, b: bad });
  yield refusesDiagram(parallel('a', 'b'), { a: 1, b: bad });
  yield refusesDiagram(component('a'), { a: 0.5, unused: bad }, 'Every probability must be one, used or not.');
  yield refusesDiagram(series(), { unused: bad }, 'Every probability must be one, used or not.');
}

function* ofCounts(): Iterable<Case> {
  for (const bad of [-1, 1.5, NaN, -0.5, 0.999999]) {
    yield refuses('kOfN', [bad, 3, 0.5]);
    yield refuses('kOfN', [1, bad, 0.5]);
    yield refuses('kOfN', [0, bad, 0.5]);
    yield refusesDiagram(kOf(bad, 'a', 'b'), { a: 0.5, b: 0.5 });
    yield refusesDiagram(series('a', kOf(bad, 'b', 'c')), { a: 0.5, b: 0.5, c: 0.5 });
  }
  yield refuses('kOfN', [2.5, 2, 0.5], 'It is above n, but no count.');
}

function* ofNames(): Iterable<Case> {
  const about = 'b has no probability.';
  const a = { a: 0.5 };
  yield refusesDiagram(component('a'), {}, 'a has no probability.');
  for (const diagram of [component('b'), series('a', 'b'), parallel('a', 'b'), kOf(1, 'a', 'b'), series('a', parallel('a', series('b')))]) {
    yield refusesDiagram(diagram, a, about);
  }
  yield refusesDiagram(parallel('a', 'b'), { a: 1 }, `${about} It cannot matter, but it is an error.`);
  yield refusesDiagram(series('a', 'b'), { a: 0 }, `${about} It cannot matter, but it is an error.`);
  yield refusesDiagram(kOf(0, 'a', 'b'), a, `${about} It cannot matter, but it is an error.`);
  yield refusesDiagram(kOf(3, 'a', 'b'), a, `${about} It cannot matter, but it is an error.`);
  yield refusesDiagram(component('constructor'), a, 'Only what stands in `probabilities` itself counts.');
}

function refusesDiagram(diagram: Diagram, probabilities: Probabilities, about?: string): Case {
  return refuses('evaluate', [diagram, probabilities], about);
}
