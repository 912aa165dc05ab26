/** The ends of the scale: certain and impossible, nothing and nobody, and unavailabilities that careless rounding makes vanish. */
import type { Case } from '../../grader/checks/functionCheck.ts';
import { calls } from './calls.ts';
import { component, kOf, parallel, series, type Example } from './diagrams.ts';

const call = calls({ bounded: true });

export function* extremes(): Iterable<Case> {
  yield* ofTimes();
  yield* ofCertainties();
  yield* ofCounts();
  for (const example of [...certainDiagrams(), ...emptyDiagrams(), ...diagramsOfCounts()]) yield call.evaluate(example);
  yield* ofTinyUnavailabilities();
}

function* ofTimes(): Iterable<Case> {
  for (const mttf of [1, 0.001, 1e15, Infinity]) yield call.availability(mttf, 0, 'Repair takes no time.');
  for (const mttr of [1, 0.001, 1e15]) {
    yield call.availability(Infinity, mttr, 'It never fails.');
    yield call.availability(0, mttr, 'It fails at once.');
  }
  yield call.availability(1e15, 1e15);
}

function* ofCertainties(): Iterable<Case> {
  for (const a of [0, 1]) yield call.downtime(a, 'day');
  yield call.nines(0);
  for (const parts of [[], [0], [1], [0, 0], [1, 1], [0, 1], [1, 0], [0.5, 0], [0.5, 1], [1, 0.5, 1], [0, 0.5, 0]]) {
    const about = parts.length === 0 ? 'There are no parts.' : undefined;
    yield call.series(parts, about);
    yield call.parallel(parts, about);
  }
  for (const voters of [1, 3] as const) {
    for (const r of [0, 1]) for (const rv of [0, 1]) yield call.tmr(r, rv, voters);
  }
}

function* ofCounts(): Iterable<Case> {
  for (const p of [0, 0.5, 1]) {
    for (const n of [0, 1, 3]) yield call.kOfN(0, n, p, 'k is 0.');
    for (const n of [0, 1, 3]) yield call.kOfN(n + 1, n, p, 'k is above n.');
    yield call.kOfN(9, 3, p, 'k is above n.');
  }
  for (const p of [0, 1]) for (const k of [1, 2, 3]) yield call.kOfN(k, 3, p);
  for (const n of [3, 5, 7, 10, 20, 40]) {
    for (const p of [0.1, 0.3, 0.6, 0.7, 0.9])
      yield call.kOfN(0, n, p, 'k is 0, and terms that are rounded one by one can add up to more than 1.');
  }
}

function* certainDiagrams(): Iterable<Example> {
  const a = component('a');
  for (const p of [0, 0.5, 1]) {
    for (const diagram of [a, series('a', 'b'), parallel('a', 'b'), kOf(2, 'a', 'b', 'c'), series('a', parallel('b', 'a'))]) {
      yield { diagram, probabilities: { a: p, b: 0.5, c: 0 } };
      yield { diagram, probabilities: { a: p, b: 1, c: 0.5 } };
    }
  }
}

function* emptyDiagrams(): Iterable<Example> {
  for (const diagram of [series(), parallel(), kOf(0), kOf(1)]) {
    yield { diagram, probabilities: {}, about: 'There are no parts.' };
    yield { diagram: series('a', diagram), probabilities: { a: 0.5 }, about: 'One part has no parts.' };
    yield { diagram: parallel('a', diagram), probabilities: { a: 0.5 }, about: 'One part has no parts.' };
  }
}

function* diagramsOfCounts(): Iterable<Example> {
  const probabilities = { a: 0.3, b: 0.6, c: 0.1 };
  for (const diagram of [kOf(0, 'a'), kOf(0, 'a', 'b', 'c'), parallel(kOf(0, 'a'), 'b'), series(kOf(0, 'a'), 'b')]) {
    yield { diagram, probabilities, about: 'k is 0.' };
  }
  for (const diagram of [kOf(2, 'a'), kOf(4, 'a', 'b', 'c'), parallel(kOf(2, 'a'), 'b'), series(kOf(2, 'a'), 'b')]) {
    yield { diagram, probabilities, about: 'k is above n.' };
  }
}

/** From 1e-11 up: what double precision can still tell from 1 with ease, in whatever order it is computed. */
function* ofTinyUnavailabilities(): Iterable<Case> {
  const about = 'The unavailability is tiny, but it is not 0.';
  yield call.availability(1e9, 1, about);
  yield call.availability(1e6, 1e-5, about);
  for (const a of [0.9999999, 0.99999999, 0.999999999])
    for (const period of ['day', 'week'] as const) yield call.downtime(a, period, about);
  for (const parts of [[0.999999999], [0.999999999, 0.999999999], [0.99999999999, 1]]) yield call.series(parts, about);
  for (const [a, b, c] of [
    [0.99999, 0.99999, 0],
    [0.9999, 0.9999, 0.999],
    [0.999, 0.999, 0.999],
  ] as const) {
    yield call.parallel([a, b, c], about);
    yield call.evaluate({ diagram: parallel('a', 'b', 'c'), probabilities: { a, b, c }, about });
  }
  yield call.kOfN(1, 2, 0.99999, about);
  yield call.kOfN(2, 3, 0.99999, about);
  yield call.kOfN(3, 5, 0.9995, about);
  for (const voters of [1, 3] as const) yield call.tmr(0.99999, 0.9999999999, voters, about);
}
