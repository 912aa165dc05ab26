/** Availability: known values, and generated ones judged against exact fractions. */
import { array, constantFrom, integer, oneof, record, tuple, type Arbitrary } from 'fast-check';
import type { Exercise } from '../../grader/checks/exercise.ts';
import { returns } from '../../grader/checks/functionCheck.ts';
import { calls } from './calls.ts';
import { DIFFERENT, differentExample, likelihood, SHARED, sharedExample } from './diagrams.ts';
import { extremes } from './extremes.ts';
import { refusals } from './refusals.ts';

const PERIODS = ['day', 'week', 'month', 'year'] as const;
const VOTERS = [1, 3] as const;

/** What rounding carries above 1 is judged by `extremes` alone: it is one slip, and may show anywhere. */
const call = calls({ bounded: false });

export const availability: Exercise = {
  id: 'availability',
  title: 'The arithmetic of uptime',
  lesson: 'dependability',
  level: 'easy',
  core: true,
  exports: ['availability', 'downtime', 'nines', 'series', 'parallel', 'kOfN', 'tmr', 'evaluate'],
  checks: [
    {
      id: 'availability',
      title: 'Availability grows with the time to failure and falls with the time to repair',
      kind: 'safety',
      points: 10,
      cases: function* () {
        yield call.availability(10, 10, 'Half of the time it is down.');
        yield call.availability(3, 1);
        yield call.availability(1, 3);
        yield call.availability(1000, 1);
        yield call.availability(10, 0.01, 'Failing a hundred times as often, and repaired in a hundredth of the time.');
        yield call.availability(3_599_999, 1, 'Down for a millisecond in every hour.');
        yield call.availability(351, 14, 'Closed for two weeks a year.');
        yield call.availability(0.25, 0.5);
        for (const mttf of [1, 2, 4, 100, 10_000]) for (const mttr of [0.1, 1, 2, 4, 100]) yield call.availability(mttf, mttr);
      },
      generated: { arbitrary: tuple(duration(), duration()).map((times) => call.availability(...times)), runs: 60 },
    },
    {
      id: 'downtime',
      title: 'Downtime is right for each period',
      kind: 'safety',
      points: 10,
      cases: function* () {
        for (const a of [0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 0.999999, 0.995, 0.9995, 0.1]) {
          for (const period of PERIODS) yield call.downtime(a, period);
        }
      },
      generated: { arbitrary: tuple(likelihood, constantFrom(...PERIODS)).map(([a, period]) => call.downtime(a, period)), runs: 60 },
    },
    {
      id: 'nines',
      title: 'Nines are counted after the definition, not after a rounded logarithm',
      kind: 'safety',
      points: 10,
      cases: function* () {
        for (let n = 1; n <= 9; n += 1) yield call.nines(1 - 10 ** -n);
        for (const a of [0.5, 0.1, 0.89, 0.95, 0.98, 0.995, 0.9989, 0.9995, 0.99998, 0.9999999984]) yield call.nines(a);
        yield returns('nines', [1], Infinity, 'It is never down.');
        for (let n = 1; n <= 9; n += 1) {
          yield call.nines(1 - 10 ** -n * (1 + 5e-7), `The unavailability is above 10^-${n}, but by less than one part in a million.`);
          yield call.nines(1 - 10 ** -n * (1 + 2e-6), `The unavailability is above 10^-${n} by two parts in a million.`);
          yield call.nines(1 - 10 ** -n * (1 - 5e-7));
        }
      },
      generated: { arbitrary: uptime().map((a) => call.nines(a)), runs: 100 },
    },
    {
      id: 'series-parallel',
      title: 'A series is at most as good as its least part, a parallel at least as good as its greatest',
      kind: 'safety',
      points: 10,
      cases: function* () {
        for (const parts of [[0.9], [0.9, 0.9], [0.99, 0.99, 0.99], [0.9, 0.9, 0.9], [0.5, 0.25], [0.999, 0.999], [0.2, 0.3, 0.4, 0.5]]) {
          yield call.series(parts);
          yield call.parallel(parts);
        }
      },
      generated: {
        arbitrary: tuple(constantFrom('series' as const, 'parallel' as const), array(tenthOrMore(), { minLength: 1, maxLength: 5 })).map(
          ([fn, parts]) => call[fn](parts),
        ),
        runs: 100,
      },
    },
    {
      id: 'k-of-n',
      title: 'At least k of n; one of n is parallel, n of n is series',
      kind: 'safety',
      points: 10,
      cases: function* () {
        for (const [k, n] of [
          [2, 3],
          [3, 4],
          [3, 5],
          [4, 7],
          [5, 7],
        ] as const)
          yield call.kOfN(k, n, 0.9);
        for (const n of [1, 2, 3, 5]) {
          yield call.kOfN(1, n, 0.7, 'One of n is parallel.');
          yield call.kOfN(n, n, 0.7, 'n of n is series.');
        }
        for (const k of [1, 2, 10, 20, 30, 40]) yield call.kOfN(k, 40, 0.5, 'n may be 40.');
        yield call.kOfN(39, 40, 0.99);
        yield call.kOfN(35, 40, 0.9);
        yield call.kOfN(20, 40, 0.1, 'A small result is right to the same relative error.');
        yield call.kOfN(40, 40, 0.1, 'A small result is right to the same relative error.');
        yield call.kOfN(5, 5, 0.001, 'A small result is right to the same relative error.');
      },
      generated: {
        arbitrary: tuple(integer({ min: 1, max: 12 }), integer({ min: 0, max: 11 }), likelihood).map(([n, k, p]) =>
          call.kOfN(1 + (k % n), n, p),
        ),
        runs: 120,
      },
    },
    {
      id: 'tmr',
      title: 'One voter follows three modules; three voters make three lanes',
      kind: 'safety',
      points: 10,
      cases: function* () {
        for (const [r, rv] of [
          [0.9, 0.99],
          [0.95, 0.99],
          [0.75, 0.9],
          [0.3, 0.5],
          [0.5, 0.999],
          [0.99, 0.9],
        ] as const) {
          for (const voters of VOTERS) yield call.tmr(r, rv, voters);
        }
      },
      generated: {
        arbitrary: tuple(tenthOrMore(), tenthOrMore(), constantFrom(...VOTERS)).map(([r, rv, voters]) => call.tmr(r, rv, voters)),
        runs: 60,
      },
    },
    {
      id: 'diagram',
      title: 'Nested diagrams of different components',
      kind: 'safety',
      points: 10,
      cases: () => DIFFERENT.map(call.evaluate),
      generated: { arbitrary: differentExample.map(call.evaluate), runs: 60 },
    },
    {
      id: 'shared-component',
      title: 'A name that occurs twice is one component',
      kind: 'edge',
      points: 10,
      cases: () => SHARED.map(call.evaluate),
      generated: { arbitrary: sharedExample.map(call.evaluate), runs: 60 },
    },
    {
      id: 'extremes',
      title: 'Probabilities 0 and 1, nothing to repair, no parts, and what is all but certain',
      kind: 'edge',
      points: 10,
      cases: extremes,
    },
    {
      id: 'range-errors',
      title: 'What is no probability, no time, no count and no known component is refused with a RangeError',
      kind: 'edge',
      points: 10,
      cases: refusals,
    },
  ],
  hints: [
    'For each function, find the words that say when the thing works: "all of them", "not all of them down", "at least k of them up". Which probabilities may you multiply, and when?',
    'What does `1 - 0.999` print? And `86400 - 0.999999999 * 86400`, next to `(1 - 0.999999999) * 86400`? Decide from that what to compare in `nines` and what to subtract first in `downtime`.',
    'For k of n, look at the last part alone. If it works, how many of the others must work? If it does not? That gives you a table that n = 40 fills in a moment, with sums of products only, so that small results stay right too.',
    'Why is the series of x and x not x times x? What would be left of a diagram in which x is known to be up? Known to be down? And how likely is either?',
    'A neighbouring problem: a message gets through if the cable works and either the radio or the cable does. Suppose the cable is up (0.9): the rest works for sure. Suppose it is down (0.1): nothing works. So it is 0.9 · 1 + 0.1 · 0, and the radio does not matter: `const whole = cable * through({ cable: true }) + (1 - cable) * through({ cable: false })`.',
  ],
};

/** Whole numbers first, then thousandths, up to ten million. */
function duration(): Arbitrary<number> {
  return oneof(
    { withCrossShrink: true },
    integer({ min: 1, max: 1000 }),
    record({ top: integer({ min: 1, max: 10_000 }), scale: constantFrom(0.001, 1, 1000) }).map(({ top, scale }) => top * scale),
  );
}

/** Not so small that a product of five is below 1e-6. */
function tenthOrMore(): Arbitrary<number> {
  return likelihood.filter((p) => p >= 0.1);
}

/** Unavailabilities from 1 to 9e-9, none near a power of ten. */
function uptime(): Arbitrary<number> {
  return tuple(integer({ min: 1, max: 9 }), integer({ min: 11, max: 99 })).map(([power, digits]) => 1 - (digits / 10) * 10 ** -power);
}
