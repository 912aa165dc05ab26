import { array, assert, integer, nat, property, record, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { newRecentRows } from './recentRows.ts';

test('answers what was noted for a row and a number, or nothing', () => {
  const row = tuple(integer({ min: 0, max: 3 }), integer(), integer({ min: 0, max: 3 }));
  const noted = record({ row, number: integer({ min: 0, max: 3 }), value: nat({ max: 2 ** 31 - 2 }) });
  assert(
    property(array(noted, { maxLength: 40 }), (notes) => {
      const recent = newRecentRows(2);
      const last = new Map<string, number>();
      for (const { row: integers, number, value } of notes) {
        // The third integer counts for nothing.
        const key = `${integers[0]} ${integers[1]} ${number}`;
        const known = recent.get(Int32Array.from(integers), number);
        expect([-1, last.get(key) ?? -1]).toContain(known);
        recent.set(value);
        last.set(key, value);
        expect(recent.get(Int32Array.from(integers), number)).toBe(value);
      }
    }),
  );
});

test('remembers a few rows at once', () => {
  const recent = newRecentRows(2);
  for (let part = 0; part < 8; part += 1) {
    recent.get(Int32Array.of(part, -part), 1);
    recent.set(part * 10);
  }

  const known = Array.from({ length: 8 }, (_, part) => recent.get(Int32Array.of(part, -part), 1));

  expect(known).toEqual([0, 10, 20, 30, 40, 50, 60, 70]);
});
