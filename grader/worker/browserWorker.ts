/** Attaches the worker body to a Web Worker. */
import { serve } from './body.ts';
import type { GradeMessage } from './protocol.ts';

serve(
  {
    post: (answer) => self.postMessage(answer),
    listen: (handler) => self.addEventListener('message', (event: MessageEvent<GradeMessage>) => handler(event.data)),
  },
  // Read whole before it is compiled: a server that sends another content type would break streaming compilation.
  async () => {
    const response = await fetch(new URL('@jitl/quickjs-ng-wasmfile-release-sync/wasm', import.meta.url));
    return WebAssembly.compile(await response.arrayBuffer());
  },
);
