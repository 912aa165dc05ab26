/** Attaches the worker body to a Web Worker. */
import { serve } from './body.ts';
import type { Message } from './protocol.ts';

serve(
  {
    post: (answer) => self.postMessage(answer),
    listen: (handler) => self.addEventListener('message', (event: MessageEvent<Message>) => handler(event.data)),
  },
  async () => {
    try {
      return await compileEngine();
    } catch (error) {
      // The host waits for a worker that is ready. It must hear that this one never will be, and may then start another.
      self.reportError(error);
      self.close();
      throw error;
    }
  },
);

/** Read whole before it is compiled: a server that sends another content type would break streaming compilation. */
async function compileEngine(): Promise<WebAssembly.Module> {
  const response = await fetch(new URL('@jitl/quickjs-ng-wasmfile-release-sync/wasm', import.meta.url));
  if (!response.ok) throw new Error(`the sandbox could not be loaded (${response.status})`);
  return WebAssembly.compile(await response.arrayBuffer());
}
