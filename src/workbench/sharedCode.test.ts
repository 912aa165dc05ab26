import { assert, asyncProperty, string } from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fragmentFor, MAX_LINK_CHARS, readFragment } from './sharedCode.ts';

test('what a link carries comes out as it went in', async () => {
  await assert(
    asyncProperty(string({ unit: 'grapheme', maxLength: 400 }), async (source) => {
      const fragment = await fragmentFor(source);

      expect(fragment).toMatch(/^#code=[\w-]*$/);
      expect(await readFragment(fragment ?? '')).toEqual({ kind: 'code', source });
    }),
  );
});

test('a source that would make the link too long gives none', async () => {
  const noise = Array.from({ length: 20_000 }, (_, at) => ((at * 7_919) ** 2 % 65_521).toString(36)).join('');

  expect(await fragmentFor(noise)).toBeUndefined();
});

test.each([
  ['no base64', '#code=%%%'],
  ['no deflate', `#code=${btoa('hello there')}`],
  ['cut off', '#code=y0jNyclXKEktLlFIVMgqzclRAgA'.slice(0, 14)],
  ['no UTF-8', `#code=${deflateRawSync(Buffer.from([0xff, 0xfe, 0xfd])).toString('base64url')}`],
  ['a bomb', `#code=${deflateRawSync(Buffer.alloc(4_000_000)).toString('base64url')}`],
  ['too long', `#code=${'A'.repeat(MAX_LINK_CHARS)}`],
])('a fragment with %s is told as unreadable', async (_what, fragment) => {
  expect(await readFragment(fragment)).toEqual({ kind: 'unreadable' });
});

test('other fragments are none of its business', async () => {
  expect(await readFragment('#hints')).toBeUndefined();
  expect(await readFragment('')).toBeUndefined();
});
