import { expect, test } from 'vitest';
import { storedChars } from './storedChars.ts';

test.each([
  ['text', '"key":"a\\"b"', 'a"b'],
  ['a number', '"key":12.5', 12.5],
  ['a bigint', '"key":123', 123n],
  ['nothing', '"key":null', undefined],
  ['bytes', '"key":[1,255]', Uint8Array.of(1, 255)],
  ['a Map', '"key":[["client",{"balance":1}]]', new Map([['client', { balance: 1 }]])],
  ['a Set in a list', '"key":[[1,2],null]', [new Set([1, 2]), null]],
  ['an object without what JSON leaves out', '"key":{"a":1}', { a: 1, b: undefined }],
])('counts %s as JSON has it', (_, text, value) => {
  expect(storedChars('key', value)).toBe(text.length);
});
