import { describe, expect, test } from 'vitest';
import { grayLamport } from './grayLamportForTests.ts';
import { search, type System } from './search.ts';

const ENOUGH = { maxWorlds: 5_000_000, maxBytes: 1_000_000_000, maxSteps: 100_000_000 };

describe('the worlds of Gray and Lamport’s two-phase commit', () => {
  // 8 managers have 1,745,408 worlds, which takes seconds: the bench counts them.
  test.each([
    [3, 288],
    [5, 8_832],
    [7, 296_448],
  ])('with %i resource managers are %i', (managers, worlds) => {
    expect(search(grayLamport(managers), ENOUGH)).toMatchObject({ kind: 'exhausted', worlds });
  });
});

describe('counts that can be derived by hand', () => {
  test('n counters up to m have (m + 1)^n worlds and n m (m + 1)^(n - 1) steps', () => {
    expect(search(counters(4, 6), ENOUGH)).toMatchObject({ kind: 'exhausted', worlds: 7 ** 4, steps: 4 * 6 * 7 ** 3 });
  });

  test('a ring of n tokens that turns has n worlds', () => {
    expect(search(ring(1000), ENOUGH)).toMatchObject({ kind: 'exhausted', worlds: 1000, steps: 1000 });
  });

  test('the permutations of n things that are swapped with their neighbours are n!', () => {
    expect(search(swaps(7), ENOUGH)).toMatchObject({ kind: 'exhausted', worlds: 5040, steps: 5040 * 6 });
  });
});

test('the first violation found is at the end of a shortest schedule', () => {
  const system: System = { ...counters(3, 9), broken: (row) => (row[0] === 2 && row[1] === 1 && row[2] === 3 ? 4 : 0) };
  let path: readonly number[] = [];

  const found = search(system, ENOUGH, {
    onBroken(bits, index, store) {
      expect(bits).toBe(4);
      path = store.pathTo(index).map((one) => one.step);
      return false;
    },
  });

  expect(found.kind).toBe('ended');
  expect([0, 1, 2].map((counter) => path.filter((step) => step === counter).length)).toEqual([2, 1, 3]);
});

test('a first world that breaks a promise is told with an empty schedule', () => {
  const told: unknown[] = [];

  search({ ...ring(5), broken: (row) => (row[0] === 0 ? 1 : 0) }, ENOUGH, {
    onBroken: (bits, index, store) => told.push([bits, store.pathTo(index)]) < 0,
  });

  expect(told).toEqual([[1, []]]);
});

test('a visitor that wants to go on sees the first world of each broken promise', () => {
  const system: System = { ...counters(2, 5), broken: (row) => (row[0] === 3 ? 1 : 0) | (row[1] === 4 ? 2 : 0) };
  const depths: [number, number][] = [];

  const found = search(system, ENOUGH, {
    onBroken: (bits, index, store) => depths.push([bits, store.depthOf(index)]) > 0,
  });

  expect(found).toMatchObject({ kind: 'exhausted', worlds: 36 });
  expect(depths[0]).toEqual([1, 3]);
  expect(depths.find(([bits]) => (bits & 2) !== 0)).toEqual([2, 4]);
});

test('worlds that may do no more than a known one are left out, and counted again without that', () => {
  // A walker on a ring of 5 that may jump twice: where it is matters, and what it may still do.
  const walker = (withAllowance: boolean): System => ({
    width: 2,
    ...(withAllowance ? { allowance: { guards: Int32Array.of(4) } } : {}),
    first: (row) => row.set([0, 2]),
    broken: () => 0,
    expand([place = 0, jumps = 0], next, taken) {
      next.set([(place + 1) % 5, jumps]);
      taken();
      if (jumps > 0) {
        next.set([(place + 2) % 5, jumps - 1]);
        taken();
      }
    },
  });

  expect(search(walker(false), ENOUGH).worlds).toBe(15);
  // 0, 1 and 2 steps away with 2, 2 and (by jump first) 1 and then 2 jumps left, and so on.
  expect(search(walker(true), ENOUGH).worlds).toBeLessThan(15);
});

test('a limit ends the search and is named', () => {
  expect(search(counters(5, 9), { ...ENOUGH, maxWorlds: 500 })).toMatchObject({ kind: 'bounded', limit: 'maxWorlds' });
  expect(search(counters(5, 9), { ...ENOUGH, maxBytes: 2_000_000 })).toMatchObject({ kind: 'bounded', limit: 'maxBytes' });
  expect(search(counters(5, 9), { ...ENOUGH, maxSteps: 1000 })).toMatchObject({ kind: 'bounded', limit: 'maxSteps' });
});

/** `count` counters that go up one by one to `most`. */
function counters(count: number, most: number): System {
  return systemOf(count, (row) =>
    [...row.keys()].filter((counter) => (row[counter] ?? 0) < most).map((counter) => row.with(counter, (row[counter] ?? 0) + 1)),
  );
}

function ring(size: number): System {
  return systemOf(1, ([place = 0]) => [Int32Array.of((place + 1) % size)]);
}

function swaps(size: number): System {
  const start = Int32Array.from({ length: size }, (_, place) => place);
  const swapped = (row: Int32Array, place: number): Int32Array => row.with(place, row[place + 1] ?? 0).with(place + 1, row[place] ?? 0);
  const system = systemOf(size, (row) => Array.from({ length: size - 1 }, (_, place) => swapped(row, place)));
  return { ...system, first: (row) => row.set(start) };
}

function systemOf(width: number, successors: (world: Int32Array) => readonly Int32Array[]): System {
  return {
    width,
    first: (row) => row.fill(0),
    broken: () => 0,
    expand(world, next, taken) {
      for (const to of successors(world)) {
        next.set(to);
        taken();
      }
    },
  };
}

test('a search that a limit ended goes on as if it had never stopped', () => {
  const seen = (maxWorlds: readonly number[]): { told: unknown[]; worlds: number; steps: number; kind: string } => {
    const told: unknown[] = [];
    const system: System = { ...counters(3, 9), broken: (row) => (row[0] === 7 ? 1 : 0) };
    const [first = 0, ...later] = maxWorlds;
    let searched = search(
      system,
      { ...ENOUGH, maxWorlds: first },
      {
        onWorld: (index) => told.push(['world', index]) > 0,
        onBroken: (bits, index) => told.push(['broken', bits, index]) > 0,
      },
    );
    for (const most of later) searched = searched.goOn({ ...ENOUGH, maxWorlds: most });
    const { worlds, steps, kind } = searched;
    return { told, worlds, steps, kind };
  };

  expect(seen([10, 200, ENOUGH.maxWorlds])).toEqual(seen([ENOUGH.maxWorlds]));
  expect(seen([10, 200])).toEqual(seen([200]));
});
