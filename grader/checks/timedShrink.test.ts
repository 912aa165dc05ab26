import { assert, property, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { deviationFrom, deviationText, type Deviation } from '../sim/timedDeviation.ts';
import { planForTests } from '../sim/timedForTests.ts';
import type { TimedScenario } from '../sim/timedScenario.ts';
import type { Break, SeededRun } from './timedJudge.ts';
import { shrink } from './timedShrink.ts';

const scenario: TimedScenario = { id: 'some', plan: '', runs: 1, draw: () => planForTests(3) };

const ALL = 'c1@500 r1@900 c2@700+3 l1-2@0-1600 l2-1@0-1600 d1-3@200-800:500 w3-1@0-3000 g1-2@3 h2-1@4'.split(' ').map(read);

function read(text: string): Deviation {
  const deviation = deviationFrom(text);
  if (!deviation) throw new Error(text);
  return deviation;
}

/** Shrinks from all deviations, where the promise is broken by runs that `breaks`. */
function shrunk(
  breaks: (texts: readonly string[], run: SeededRun) => boolean,
  found: Partial<Break> = {},
): { readonly texts: string[]; readonly run: SeededRun; readonly runs: number } {
  const broken: Break = { process: 'p1', at: 1000, message: '', events: 1, links: [{ from: 'p2', to: 'p1' }], way: 'promise', ...found };
  let runs = 0;
  const first = { run: { scenario, seed: 1, deviations: ALL }, found: broken };
  const { run } = shrink(first, (candidate) => {
    runs += 1;
    return breaks(candidate.deviations.map(deviationText), candidate) ? broken : undefined;
  });
  return { texts: run.deviations.map(deviationText), run, runs };
}

test('leaves nothing where nothing was needed, and ends the run at the break', () => {
  const { texts, run, runs } = shrunk(() => true);

  expect(texts).toEqual([]);
  expect(run.until).toBe(1000);
  expect(runs).toBe(1);
});

test('leaves what is needed and nothing else', () => {
  const needed = (texts: readonly string[]): boolean => ['r1@900', 'h2-1@4'].every((text) => texts.includes(text));

  expect(shrunk(needed).texts).toEqual(['r1@900', 'h2-1@4']);
});

test('leaves nothing that could be left out alone, whatever is needed', () => {
  assert(
    property(subarray(ALL), subarray(ALL), (one, other) => {
      // Either of two sets is enough.
      const isEnough = (texts: readonly string[]): boolean =>
        [one, other].some((set) => set.every((needed) => texts.includes(deviationText(needed))));

      const { texts } = shrunk(isEnough);

      expect(isEnough(texts)).toBe(true);
      for (const text of texts) expect(isEnough(texts.filter((left) => left !== text))).toBe(false);
    }),
  );
});

test('makes windows as narrow as they may be', () => {
  const covers = (texts: readonly string[]): boolean =>
    texts.some((text) => {
      const [, since = '', until = ''] = /^l2-1@(\d+)-(\d+)$/.exec(text) ?? [];
      return Number(since) <= 900 && Number(until) > 950;
    });

  expect(shrunk(covers).texts).toEqual(['l2-1@900-1000']);
});

test('takes a crash out of its handler where that makes no difference', () => {
  expect(shrunk((texts) => texts.some((text) => text.startsWith('c2'))).texts).toEqual(['c2@700']);
});

test('leaves out what comes after the break without a run', () => {
  const { texts } = shrunk((now) => now.includes('c1@500') && now.includes('r1@900') === false, { at: 600 });

  expect(texts).toEqual(['c1@500']);
});

test('does not take another fault for the same', () => {
  const broken: Break = { process: 'p1', at: 1000, message: '', events: 1, links: [], way: 'promise' };
  const first = { run: { scenario, seed: 1, deviations: ALL }, found: broken };

  const { run } = shrink(first, () => ({ ...broken, way: 'threw 3' }));

  expect(run.deviations).toEqual(ALL);
});

test('confirms in a whole run what it found in hurried ones', () => {
  const seen: boolean[] = [];
  const needed = (texts: readonly string[], run: SeededRun): boolean => {
    seen.push(run.isHurried === true);
    return texts.includes('c1@500');
  };

  const { texts, run } = shrunk(needed, { atEnd: true });

  expect(texts).toEqual(['c1@500']);
  expect(run).toMatchObject({ isHurried: false });
  expect(run.until).toBeUndefined();
  // One to confirm, one to see that the last deviation is needed.
  expect(seen.filter((isHurried) => !isHurried)).toHaveLength(2);
});

test('keeps to whole runs where hurried ones deceive', () => {
  const { texts } = shrunk((now, run) => run.isHurried !== true && now.includes('r1@900'), { atEnd: true });

  expect(texts).toEqual(['r1@900']);
});
