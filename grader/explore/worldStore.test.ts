import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { newWorldStore } from './worldStore.ts';

test('holds each row once, in the order in which they came', () => {
  const rows = array(array(integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 }), { maxLength: 300 });
  assert(
    property(rows, (added) => {
      const store = newWorldStore(4);
      const seen = new Map<string, readonly number[]>();
      for (const row of added) {
        expect(store.add(Int32Array.from(row), -1, 0)).toBe(!seen.has(String(row)));
        seen.set(String(row), row);
      }

      const into = new Int32Array(4);
      const kept = Array.from({ length: store.count }, (_, index) => {
        store.read(index, into);
        return [...into];
      });
      expect(kept).toEqual([...seen.values()]);
    }),
  );
});

test('finds every world again after its table and its segments have grown', () => {
  const store = newWorldStore(2);
  const worlds = 200_000;
  for (let index = 0; index < worlds; index += 1) store.add(Int32Array.of(index * 7919, index >> 3), index - 1, index % 1000);

  for (let index = 0; index < worlds; index += 1) {
    if (store.add(Int32Array.of(index * 7919, index >> 3), -1, 0)) throw new Error(`world ${index} was lost`);
  }

  expect(store.count).toBe(worlds);
  expect(store.pathTo(worlds - 1).map((one) => one.step)).toEqual(Array.from({ length: worlds - 1 }, (_, index) => (index + 1) % 1000));
});

test('takes at most 64 bytes for a world of nine integers', () => {
  const store = newWorldStore(9);
  const row = new Int32Array(9);
  for (let index = 0; index < 300_000; index += 1) {
    row[index % 9] = index;
    store.add(row, -1, 0);
  }

  expect(store.bytes / store.count).toBeLessThanOrEqual(64);
});
