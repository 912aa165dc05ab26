/**
 * One QuickJS instance that holds one submission: load it once, call its exports, throw it away.
 *
 * An engine is a fresh WebAssembly instance (see `worker/engine.ts`). What must be equal everywhere starts from a fresh one: the phase of
 * QuickJS' interrupts and the layout of its memory depend on all that it did before.
 */
import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from 'quickjs-emscripten-core';
import { Callback, fromCanonical, isList, toCanonical, toPlainJson, type Argument, type Crossed } from '../base/data.ts';
import { MAX_CALL_OPERATIONS, MAX_SANDBOX_BYTES, MAX_THROWN_CHARS, OPERATIONS_PER_INTERRUPT } from '../base/limits.ts';
import { printable } from '../base/printable.ts';
import { showData } from '../base/showData.ts';
import type { Place } from '../compile/place.ts';
import { openGuest, type GuestImage } from './guestImage.ts';
import { GUEST_FOR_FUNCTIONS, GUEST_FOR_PROCESSES } from './guestSource.ts';
import { handlerOutcome, handlerRequest, type HandlerCall, type HandlerOutcome } from './handlerCall.ts';
import { notePrinted, type Meter } from './meter.ts';
import type { Outcome, Stopped, Thrown } from './outcome.ts';

/** A WebAssembly instance of QuickJS that nothing has used yet. */
export interface Engine {
  readonly wasm: QuickJSWASMModule;
  readonly memory: WebAssembly.Memory;
  /** By its text: what is known of a guest half from engines of the same module. */
  readonly images: Map<string, GuestImage>;
}

export interface Sandbox {
  /** Evaluates a compiled module. To be called once, before any `call`. */
  load(code: string): Loaded;
  /** Calls an export of the loaded module. */
  call(name: string, args: readonly Argument[]): Outcome;
  /** Whether something was stopped: then it answers nothing else any more. */
  readonly isStopped: boolean;
  /** Calls a handler of a process, on a new instance with the fields given. */
  handle(call: HandlerCall): HandlerOutcome;
}

export type Loaded =
  /** `exports`: what `typeof` says of each export ('null' and 'array' apart). */
  | { readonly kind: 'loaded'; readonly exports: ReadonlyMap<string, string> }
  /** The source breaks a rule of the language that only the engine sees, such as two constants of one name. */
  | { readonly kind: 'syntax'; readonly error: Thrown }
  /** The source is nested too deeply for the engine's parser. */
  | { readonly kind: 'nested' }
  | { readonly kind: 'threw'; readonly error: Thrown }
  /** The module waits at its top level for something that never comes. */
  | { readonly kind: 'waits' }
  | Stopped;

/** Bytes below the maximum at which memory can no longer grow: it grows in steps. */
const NEARLY_FULL_BYTES = 1024 * 1024;

const FILE_NAME = 'answer.ts';

/** `forFunctions`: no handler is going to be called in it, which makes it ready sooner. */
export function openSandbox(engine: Engine, meter: Meter, { forFunctions = false } = {}): Sandbox {
  const { runtime, context, guest: open } = openGuest(engine, forFunctions ? GUEST_FOR_FUNCTIONS : GUEST_FOR_PROCESSES);
  let callOperations = 0;
  let stopped: Stopped | undefined;
  let callbacks: Callback[] = [];
  let silent = false;

  const guest = context.unwrapResult(context.callFunction(open, context.undefined, printFunction(), hostFunction()));
  const bind = context.getProp(guest, 'bind');
  const call = context.getProp(guest, 'call');
  const handle = context.getProp(guest, 'handle');
  const thrown = context.getProp(guest, 'thrown');

  // Only now: what the guest half costs is not the learner's.
  runtime.setInterruptHandler(() => {
    callOperations += OPERATIONS_PER_INTERRUPT;
    meter.operations += OPERATIONS_PER_INTERRUPT;
    if (silent) stopped = { kind: 'stopped', why: 'printed' };
    else if (callOperations >= MAX_CALL_OPERATIONS) stopped = { kind: 'stopped', why: 'operations' };
    else if (meter.operations >= meter.maxOperations) stopped = { kind: 'stopped', why: 'run' };
    return stopped !== undefined;
  });

  /** Lets learner code run in `step`; answers what stopped it, if something did. */
  function guarded<T>(step: () => T): T | Stopped {
    if (stopped !== undefined) return stopped;
    if (meter.operations >= meter.maxOperations) return { kind: 'stopped', why: 'run' };
    callOperations = 0;
    try {
      const result = step();
      if (silent) stopped ??= { kind: 'stopped', why: 'printed' };
      return stopped ?? result;
    } catch (error) {
      // The host's own stack overflowed below QuickJS', or its memory ran out in a place where QuickJS does not expect it.
      // Either leaves the instance in pieces.
      stopped ??= { kind: 'stopped', why: String(error).includes('Aborted') ? 'memory' : 'stack' };
      return stopped;
    }
  }

  function printFunction(): QuickJSHandle {
    return context.newFunction('print', (line) => {
      if (silent) throw new Error('too much was printed');
      const canonical = context.getString(line);
      const parts = fromCanonical(canonical);
      const text = isList(parts) ? parts.map((part) => (typeof part === 'string' ? part : showData(part))).join(' ') : '';
      silent = !notePrinted(meter, text, canonical.length);
    });
  }

  function hostFunction(): QuickJSHandle {
    return context.newFunction('callHost', (number, argsText) => {
      const args = fromCanonical(context.getString(argsText));
      const callback = callbacks[context.getNumber(number)];
      return context.newString(toCanonical(callback?.call(...(isList(args) ? args : []))));
    });
  }

  function describe(error: QuickJSHandle): Thrown {
    return readThrown(fromCanonical(context.getString(context.unwrapResult(context.callFunction(thrown, context.undefined, error)))));
  }

  return {
    load(code) {
      return guarded((): Loaded => {
        const result = context.evalCode(code, FILE_NAME, { type: 'module', strict: true });
        if (result.error) {
          if (stopped !== undefined) return stopped;
          const error = describe(result.error);
          const end = stoppedBy(error, engine);
          if ((error.name === 'SyntaxError' || end?.why === 'stack') && !compiles(context, code))
            return end ? { kind: 'nested' } : { kind: 'syntax', error };
          return end ?? { kind: 'threw', error };
        }
        const state = context.getPromiseState(result.value);
        if (state.type === 'pending' || (state.type === 'fulfilled' && state.notAPromise !== true)) return { kind: 'waits' };
        if (state.type === 'rejected') {
          const error = describe(state.error);
          return stoppedBy(error, engine) ?? { kind: 'threw', error };
        }
        const kinds = context.unwrapResult(context.callFunction(bind, context.undefined, result.value));
        const exports = fromCanonical(context.getString(kinds)) as Readonly<Record<string, string>>;
        return { kind: 'loaded', exports: new Map(Object.entries(exports)) };
      });
    },

    call(name, args) {
      callbacks = [];
      const plain = toPlainJson(args);
      const argsText = plain ?? toCanonical(args, callbacks);
      return guarded((): Outcome => {
        const isPlain = plain === undefined ? context.false : context.true;
        const result = context.callFunction(call, context.undefined, context.newString(name), context.newString(argsText), isPlain);
        if (result.error) {
          // The guest half catches what learner code throws. What comes through is an interrupt, or memory or stack that ended in the guest half.
          return stopped ?? stoppedBy(describe(result.error), engine) ?? { kind: 'stopped', why: 'stack' };
        }
        const answer = fromCanonical(result.value.consume((text) => context.getString(text)));
        const [ended, what, argumentsKept] = answer as readonly [string, Crossed, boolean];
        if (ended === 'returned') return { kind: 'returned', value: what, argumentsKept };
        const error = readThrown(what);
        return stoppedBy(error, engine) ?? { kind: 'threw', error, argumentsKept };
      });
    },

    get isStopped() {
      return stopped !== undefined;
    },

    handle(handlerCall) {
      const request = handlerRequest(handlerCall);
      return guarded((): HandlerOutcome => {
        // What is handed in is freed by hand: a grading makes thousands of these calls in one instance.
        const text = context.newString(request);
        const result = context.callFunction(handle, context.undefined, text);
        text.dispose();
        if (result.error) return stopped ?? stoppedBy(describe(result.error), engine) ?? { kind: 'stopped', why: 'stack' };
        return handlerOutcome(
          result.value.consume((answer) => context.getString(answer)),
          (crossed) => {
            const error = readThrown(crossed);
            return stoppedBy(error, engine) ?? error;
          },
        );
      });
    },
  };
}

function compiles(context: QuickJSContext, code: string): boolean {
  return context.evalCode(code, FILE_NAME, { type: 'module', strict: true, compileOnly: true }).error === undefined;
}

/**
 * QuickJS throws ordinary errors where its memory or its stack ends, and null where no memory is left for the error itself.
 */
function stoppedBy(error: Thrown, engine: Engine): Stopped | undefined {
  if (error.text === 'null' && engine.memory.buffer.byteLength > MAX_SANDBOX_BYTES - NEARLY_FULL_BYTES)
    return { kind: 'stopped', why: 'memory' };
  if (error.isInternalError && error.message === 'out of memory') return { kind: 'stopped', why: 'memory' };
  if (error.isRangeError && error.message === 'Maximum call stack size exceeded') return { kind: 'stopped', why: 'stack' };
  return undefined;
}

function readThrown(crossed: Crossed): Thrown {
  const { isError, isRangeError, isInternalError, name, message, stack, value } = crossed as {
    readonly isError: boolean;
    readonly isRangeError: boolean;
    readonly isInternalError: boolean;
    readonly name: string | undefined;
    readonly message: string | undefined;
    readonly stack: string | undefined;
    readonly value: Crossed;
  };
  const text = isError
    ? [name ?? 'Error', message]
        .filter(Boolean)
        .map((part) => clip(part ?? ''))
        .join(': ')
    : showData(value);
  return { isRangeError, isInternalError, text: printable(text).replaceAll('\n', ' '), name, message, place: placeIn(stack) };
}

function clip(text: string): string {
  return text.length > MAX_THROWN_CHARS ? `${text.slice(0, MAX_THROWN_CHARS)}…` : text;
}

/** The innermost position in the learner's file that a stack names. QuickJS says 1:1 where it does not know. */
function placeIn(stack: string | undefined): Place | undefined {
  const found = stack?.match(/\banswer\.ts:(?!1:1\b)(\d{1,7}):(\d{1,7})/);
  return found ? { line: Number(found[1]), column: Number(found[2]) } : undefined;
}
