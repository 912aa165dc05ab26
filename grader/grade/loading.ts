/** Compiles a submission once, and loads it into engines. */
import type { Diagnostic } from '../base/report.ts';
import type { Exercise } from '../checks/exercise.ts';
import { compile, type Compiled } from '../compile/compile.ts';
import type { Meter } from '../sandbox/meter.ts';
import { openSandbox, type Engine, type Sandbox } from '../sandbox/sandbox.ts';
import { explainLoad } from './explainLoad.ts';

export type Loading =
  | { readonly kind: 'loaded'; readonly sandbox: Sandbox }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

export interface Submission {
  /** Loads it into an engine that nothing has used. What it prints meanwhile is kept, and counted, only the first time. */
  load(engine: Engine): Loading;
  /** Lets work be done again whose prints were kept, and counted, the first time. */
  quietly<T>(work: () => T): T;
}

export function openSubmission(source: Uint8Array, exercise: Pick<Exercise, 'exports' | 'roles'>, meter: Meter): Submission {
  let compiled: Compiled | undefined;
  let wasLoaded = false;

  function quietly<T>(work: () => T): T {
    const { printed, printedCrossing, kept } = meter;
    Object.assign(meter, { printed: 0, printedCrossing: 0, kept: '' });
    const result = work();
    Object.assign(meter, { printed, printedCrossing, kept });
    return result;
  }

  return {
    quietly,
    load(engine) {
      compiled ??= compile(source);
      if (compiled.kind === 'rejected') return { kind: 'refused', diagnostics: compiled.diagnostics };
      const { code, placeOf } = compiled;
      const sandbox = openSandbox(engine, meter);
      const loaded = wasLoaded ? quietly(() => sandbox.load(code)) : sandbox.load(code);
      wasLoaded = true;
      // A load that stops because the grading's budget is used up says nothing against the source.
      if (loaded.kind === 'stopped' && loaded.why === 'run') return { kind: 'loaded', sandbox };
      const diagnostics = explainLoad(loaded, exercise, placeOf);
      return diagnostics.length === 0 ? { kind: 'loaded', sandbox } : { kind: 'refused', diagnostics };
    },
  };
}
