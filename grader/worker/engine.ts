/**
 * Fresh instances of QuickJS from one compiled WebAssembly module.
 *
 * A new instance costs about 1 ms. Its memory has a hard maximum, which bounds learner code by real bytes: QuickJS' own memory limit
 * cannot see the sizes of blocks when it is compiled to WebAssembly, and a bomb of strings ran for 20 s under it.
 */
import { newQuickJSWASMModuleFromVariant, newVariant } from 'quickjs-emscripten-core';
import variant from '@jitl/quickjs-ng-wasmfile-release-sync';
import { MAX_SANDBOX_BYTES } from '../base/limits.ts';
import type { Engine } from '../sandbox/sandbox.ts';

const PAGE_BYTES = 65_536;
/** What the engine was compiled to begin with. */
const INITIAL_BYTES = 16 * 1024 * 1024;

export type NewEngine = () => Promise<Engine>;

export function engineMaker(compiled: WebAssembly.Module): NewEngine {
  const images: Engine['images'] = new Map();
  // At once, as workers may: in its own time, Node took 80 ms for the second.
  const instantiateWasm = (imports: WebAssembly.Imports, use: (instance: WebAssembly.Instance) => void): WebAssembly.Exports => {
    const instance = new WebAssembly.Instance(compiled, imports);
    use(instance);
    return instance.exports;
  };
  return async () => {
    const memory = new WebAssembly.Memory({ initial: INITIAL_BYTES / PAGE_BYTES, maximum: MAX_SANDBOX_BYTES / PAGE_BYTES });
    const wasm = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory: memory, emscriptenModule: { instantiateWasm } }));
    return { wasm, memory, images };
  };
}
