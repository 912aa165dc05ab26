import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { engineMaker } from '../worker/engine.ts';
import { openGuest } from './guestImage.ts';
import { GUEST_FOR_FUNCTIONS, GUEST_FOR_PROCESSES } from './guestSource.ts';

const wasm = createRequire(import.meta.url).resolve('@jitl/quickjs-ng-wasmfile-release-sync/wasm');
const compiled = new WebAssembly.Module(readFileSync(wasm));

test.each([
  ['functions', GUEST_FOR_FUNCTIONS],
  ['processes', GUEST_FOR_PROCESSES],
])('the guest half for %s stands in a copy as in the engine that read it, to the last byte', async (_name, source) => {
  const newEngine = engineMaker(compiled);
  const [first, second] = [await newEngine(), await newEngine()];
  openGuest(first, source);

  openGuest(second, source);

  expect(Buffer.compare(Buffer.from(second.memory.buffer), Buffer.from(first.memory.buffer))).toBe(0);
});

test('what one engine does is not seen in the copies', async () => {
  const newEngine = engineMaker(compiled);
  const valueIn = async (code: string): Promise<unknown> => {
    const { context } = openGuest(await newEngine(), GUEST_FOR_FUNCTIONS);
    return context.dump(context.unwrapResult(context.evalCode(code)));
  };
  await valueIn('globalThis.left = 1; Array.prototype.push = null;');

  expect(await valueIn('[typeof left, typeof [].push]')).toEqual(['undefined', 'function']);
});
