import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { engineMaker, type NewEngine } from '../worker/engine.ts';

const wasm = createRequire(import.meta.url).resolve('@jitl/quickjs-ng-wasmfile-release-sync/wasm');

/** Engines for tests of the stages below the worker. */
export const newEngine: NewEngine = engineMaker(new WebAssembly.Module(readFileSync(wasm)));
