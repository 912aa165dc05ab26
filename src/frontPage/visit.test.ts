import { expect, test } from 'vitest';
import { visit } from './visit.ts';

test('whatever one crash does, nobody decides otherwise than another', () => {
  expect(visit()).toMatchObject({ worlds: 510_367, isBroken: false });
});
