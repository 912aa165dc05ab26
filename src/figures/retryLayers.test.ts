/** What retries in several layers come to. */
import { expect, test } from 'vitest';
import { layerNames, requestsPerLayer, stackCodec, type Stack } from './retryLayers.ts';

test('three callers with four attempts each send 64 requests to the bottom', () => {
  expect(requestsPerLayer({ callers: 3, attempts: 4, retries: 'everywhere' })).toEqual([1, 4, 16, 64]);
});

test('the attempts multiply and do not add: three attempts in five layers are 243', () => {
  expect(requestsPerLayer({ callers: 5, attempts: 3, retries: 'everywhere' }).at(-1)).toBe(243);
});

test('where only one layer retries the bottom gets its attempts and no more', () => {
  expect(requestsPerLayer({ callers: 3, attempts: 4, retries: 'at the top' })).toEqual([1, 4, 4, 4]);
  expect(requestsPerLayer({ callers: 3, attempts: 4, retries: 'at the bottom' })).toEqual([1, 1, 1, 4]);
});

test('the layers are named from the user down, and the last is the database', () => {
  expect(layerNames({ callers: 3, attempts: 4, retries: 'everywhere' })).toEqual(['browser', 'shop', 'stock', 'database']);
});

test('a stack is written into a link and read from it, and what is none is not read', () => {
  const stack: Stack = { callers: 2, attempts: 3, retries: 'at the bottom' };

  expect(stackCodec.write(stack)).toBe('2.3.2');
  expect(stackCodec.read('2.3.2')).toEqual(stack);
  expect(['', '2', '9.1.0', '2.3.7'].map((text) => stackCodec.read(text))).toEqual([undefined, undefined, undefined, undefined]);
});
