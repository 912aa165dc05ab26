/** Attaches the worker body to a thread of Node. Bundled to `dist/worker.js`, beside the engine's WebAssembly. */
import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { serve } from './body.ts';

/**
 * Bytecode that V8 draws into one optimised function, in bytes; its own choice is 920. A grading takes a few seconds, of which compiling the search
 * into large functions took one: into small ones it takes a quarter of that, and they run as fast.
 */
const MAX_INLINED_BYTES = 200;
/** The last major version of V8 of which it is known that it has this flag (Node 24): another would complain of it on standard error. */
const LAST_KNOWN_V8 = 13;

if (Number.parseInt(process.versions.v8, 10) <= LAST_KNOWN_V8)
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${MAX_INLINED_BYTES}`);

const wasm = new URL('./quickjs.wasm', import.meta.url);

serve(
  {
    post: (answer) => parentPort?.postMessage(answer),
    listen: (handler) => parentPort?.on('message', handler),
  },
  async () => WebAssembly.compile(await readFile(wasm)),
);
