// The bench's own programs of TypeScript, bundled beside what else is noted in node_modules.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from '../install.mjs';

/** The engine's WebAssembly, which both hosts read from a file. */
export const WASM = createRequire(import.meta.url).resolve('@jitl/quickjs-ng-wasmfile-release-sync/wasm');

const OPTIONS = { bundle: true, format: 'esm', legalComments: 'none', logLevel: 'warning' };

/** Bundles a file beside this one for Node. Answers the path of the bundle. */
export function bundledForNode(name) {
  return bundled(name, {
    platform: 'node',
    target: 'node20',
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  });
}

/** The same for a module worker of a browser. */
export function bundledForBrowser(name) {
  return bundled(name, { platform: 'browser', target: 'es2022' });
}

async function bundled(name, options) {
  const outfile = join(ROOT, 'node_modules', '.faultline', 'bench', `${name}.mjs`);
  await build({ ...OPTIONS, ...options, entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))], outfile });
  return outfile;
}
