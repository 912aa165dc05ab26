import { describe, expect, test } from 'vitest';
import { grayLamport } from './grayLamportForTests.ts';
import { search, type System } from './search.ts';

const ENOUGH = { maxWorlds: 5_000_000, maxBytes: 1_000_000_000 };

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
  const system: System = { ...counters(3, 9), violation: (row) => (row[0] === 2 && row[1] === 1 && row[2] === 3 ? 4 : -1) };

  const found = search(system, ENOUGH);

  expect(found).toMatchObject({ kind: 'violated', promise: 4 });
  const path = found.kind === 'violated' ? found.path : [];
  expect([0, 1, 2].map((counter) => path.filter((step) => step === counter).length)).toEqual([2, 1, 3]);
});

test('a first world that breaks a promise is told with an empty schedule', () => {
  expect(search({ ...ring(5), violation: () => 0 }, ENOUGH)).toMatchObject({ kind: 'violated', promise: 0, path: [], worlds: 1 });
});

test('a limit ends the search and is named', () => {
  expect(search(counters(5, 9), { ...ENOUGH, maxWorlds: 500 })).toMatchObject({ kind: 'bounded', limit: 'worlds' });
  expect(search(counters(5, 9), { ...ENOUGH, maxBytes: 2_000_000 })).toMatchObject({ kind: 'bounded', limit: 'bytes' });
});

/** `count` counters that go up one by one to `most`. */
function counters(count: number, most: number): System {
  return systemOf(count, (row) =>
    [...row.keys()].filter((counter) => (row[counter] ?? 0) < most).map((counter) => [counter, row.with(counter, (row[counter] ?? 0) + 1)]),
  );
}

function ring(size: number): System {
  return systemOf(1, ([place = 0]) => [[0, Int32Array.of((place + 1) % size)]]);
}

function swaps(size: number): System {
  const start = Int32Array.from({ length: size }, (_, place) => place);
  const swapped = (row: Int32Array, place: number): Int32Array => row.with(place, row[place + 1] ?? 0).with(place + 1, row[place] ?? 0);
  const system = systemOf(size, (row) => Array.from({ length: size - 1 }, (_, place) => [place, swapped(row, place)] as const));
  return { ...system, first: (row) => row.set(start) };
}

function systemOf(width: number, successors: (world: Int32Array) => readonly (readonly [number, Int32Array])[]): System {
  return {
    width,
    first: (row) => row.fill(0),
    violation: () => -1,
    expand(world, next, taken) {
      for (const [step, to] of successors(world)) {
        next.set(to);
        taken(step);
      }
    },
  };
}
