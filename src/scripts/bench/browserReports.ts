/** The same in a worker of a browser: answers the hashes of the reports of the files that it is sent. */
import { hashesOf, type GradedFile } from './reports.ts';

addEventListener('message', async ({ data }: MessageEvent<readonly GradedFile[]>) => {
  const bytes = await (await fetch('/quickjs.wasm')).arrayBuffer();
  postMessage(await hashesOf(data, await WebAssembly.compile(bytes)));
});
