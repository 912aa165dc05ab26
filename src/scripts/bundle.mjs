// Bundles the command line and the grader's worker into dist/: Node 20 can start neither from TypeScript.
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const inRoot = (path) => new URL(path, root).pathname;

await mkdir(inRoot('dist'), { recursive: true });
await build({
  entryPoints: { faultline: inRoot('grader/cli/main.ts'), worker: inRoot('grader/worker/nodeWorker.ts') },
  outdir: inRoot('dist'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Asked for in a sentence where they are missing: see grader/cli/queue/bullmq.ts.
  external: ['bullmq', 'ioredis'],
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
});
await chmod(inRoot('dist/faultline.js'), 0o755);
await copyFile(createRequire(import.meta.url).resolve('@jitl/quickjs-ng-wasmfile-release-sync/wasm'), inRoot('dist/quickjs.wasm'));
