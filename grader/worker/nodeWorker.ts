/** Attaches the worker body to a thread of Node. Bundled to `dist/worker.js`, beside the engine's WebAssembly. */
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { serve } from './body.ts';

const wasm = new URL('./quickjs.wasm', import.meta.url);

serve(
  {
    post: (answer) => parentPort?.postMessage(answer),
    listen: (handler) => parentPort?.on('message', handler),
  },
  async () => WebAssembly.compile(await readFile(wasm)),
);
