/** Explores in a worker of a page: answers a name and a number of turns with what each turn came to. The server of the page has the two files. */
import { runExploration, type Exploration } from './explorations.ts';

self.addEventListener('message', async ({ data }: MessageEvent<{ readonly name: string; readonly turns: number }>) => {
  const host = {
    compiled: await WebAssembly.compile(await bytesOf('/quickjs.wasm')),
    source: new Uint8Array(await bytesOf('/solution.ts')),
  };
  const explorations: Exploration[] = [];
  for (let turn = 0; turn < data.turns; turn += 1) explorations.push(await runExploration(data.name, host));
  self.postMessage(explorations);
});

async function bytesOf(path: string): Promise<ArrayBuffer> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} is not served: ${response.status}`);
  return response.arrayBuffer();
}
