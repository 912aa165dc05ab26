/**
 * Instances of QuickJS in which the guest half stands ready.
 *
 * To make a context and read the guest half takes longer than most checks. But all that it does is done to the instance's memory, which is the
 * same each time: so the first instance of a worker does it, and the others begin with a copy of that memory.
 */
import { StaticLifetime, type JSValuePointer, type QuickJSContext, type QuickJSHandle, type QuickJSRuntime } from 'quickjs-emscripten-core';
import { MAX_STACK_BYTES } from '../base/limits.ts';
import type { Engine } from './sandbox.ts';

/**
 * Where all lies that an instance has written when a guest half was read: its variables, the end of its stack and the beginning of its heap. To look
 * at more would take longer, for memory that was never touched costs most; a test looks at all of it.
 */
const AREAS = [
  { start: 0, end: 0x20000 },
  { start: 0x510000, end: 0x570000 },
];
const PAGE_BYTES = 4096;

interface Part {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** What the memory holds when a guest half was read, and where. */
export interface GuestImage {
  readonly parts: readonly Part[];
  /** Addresses: of the runtime, of its context, and of what the guest half's text evaluates to. */
  readonly runtime: ReturnType<Ffi['QTS_NewRuntime']>;
  readonly context: ReturnType<Ffi['QTS_NewContext']>;
  readonly guest: JSValuePointer;
}

type Ffi = ReturnType<Engine['wasm']['getFFI']>;

export interface Guest {
  readonly runtime: QuickJSRuntime;
  readonly context: QuickJSContext;
  readonly guest: QuickJSHandle;
}

/** Makes the guest half of this text ready in an engine that nothing has used. */
export function openGuest(engine: Engine, source: string): Guest {
  let image = engine.images.get(source);
  if (image) fill(new Uint8Array(engine.memory.buffer), image);
  else engine.images.set(source, (image = readGuest(engine, source)));
  // The one that was read here, too: what it does from now on must not depend on which engine was the first.
  const { runtime, context } = attached(engine, image.runtime, image.context);
  return { runtime, context, guest: new StaticLifetime(image.guest, runtime) };
}

function fill(memory: Uint8Array, { parts }: GuestImage): void {
  for (const { start, bytes } of parts) memory.set(bytes, start);
}

function readGuest(engine: Engine, source: string): GuestImage {
  const ffi = engine.wasm.getFFI();
  const runtimeAt = ffi.QTS_NewRuntime();
  ffi.QTS_RuntimeSetMaxStackSize(runtimeAt, MAX_STACK_BYTES);
  const contextAt = ffi.QTS_NewContext(runtimeAt, ALL_INTRINSICS);
  const { context } = attached(engine, runtimeAt, contextAt);
  const guest = context.unwrapResult(context.evalCode(source, 'guest.js')).value as JSValuePointer;
  return { parts: partsInUse(engine.memory), runtime: runtimeAt, context: contextAt, guest };
}

/** The library writes it so where its users say nothing. */
const ALL_INTRINSICS = 0 as unknown as Parameters<Ffi['QTS_NewContext']>[1];

/** The library's objects for a runtime and a context that are in the memory already. Of a runtime it knows only how to make one, so it is handed this. */
function attached({ wasm }: Engine, runtimeAt: GuestImage['runtime'], contextAt: GuestImage['context']): Omit<Guest, 'guest'> {
  const ffi = wasm.getFFI();
  const make = ffi.QTS_NewRuntime;
  ffi.QTS_NewRuntime = () => runtimeAt;
  const runtime = wasm.newRuntime();
  ffi.QTS_NewRuntime = make;
  return { runtime, context: runtime.newContext({ contextPointer: contextAt }) };
}

/** A copy of all that is not 0, as it is in the memory of an instance that nothing has used. */
function partsInUse(memory: WebAssembly.Memory): readonly Part[] {
  const parts: Part[] = [];
  for (const area of AREAS) {
    for (let { start } = area; start < area.end; start += PAGE_BYTES) {
      if (isInUse(new Int32Array(memory.buffer, start, PAGE_BYTES / Int32Array.BYTES_PER_ELEMENT)))
        parts.push({ start, bytes: new Uint8Array(memory.buffer, start, PAGE_BYTES).slice() });
    }
  }
  return parts;
}

/** A loop: it is done once, and a call for each word would take longer than to read the guest half. */
function isInUse(words: Int32Array): boolean {
  for (let at = 0; at < words.length; at += 1) if (words[at] !== 0) return true;
  return false;
}
