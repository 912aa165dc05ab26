/** Compiles a submission once, and loads it into engines. */
import { MAX_RELOADED_CHARS } from '../base/limits.ts';
import type { Diagnostic } from '../base/report.ts';
import type { Exercise } from '../checks/exercise.ts';
import { compile, type Compiled } from '../compile/compile.ts';
import { newMeter, type Meter } from '../sandbox/meter.ts';
import { openSandbox, type Engine, type Sandbox } from '../sandbox/sandbox.ts';
import type { HiddenState } from '../sim/broken.ts';
import { explainHidden } from './explainHidden.ts';
import { explainLoad } from './explainLoad.ts';

type Loading =
  | { readonly kind: 'loaded'; readonly sandbox: Sandbox }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

export interface Submission {
  /** Loads it into an engine that nothing has used. What it prints meanwhile is kept, and counted, only the first time. */
  load(engine: Engine): Loading;
  /** Loads it to make calls again, each at most twice: what that prints, and the operations that it takes, do not count for the grading. */
  loadAgain(engine: Engine, maxOperations: number): Again;
  explain(hidden: HiddenState): Diagnostic;
}

export interface Again {
  readonly sandbox: Sandbox;
  /** Makes a new module of the source, as if nothing had been called. Answers whether it could: a long source is not loaded often. */
  reload(): boolean;
}

export function openSubmission(source: Uint8Array, exercise: Pick<Exercise, 'exports' | 'roles'>, meter: Meter): Submission {
  let compiled: Compiled | undefined;
  let wasLoaded = false;

  function compiledOnce(): Compiled {
    return (compiled ??= compile(source, exercise.roles));
  }

  function quietly<T>(work: () => T): T {
    const { printed, printedCrossing, kept } = meter;
    Object.assign(meter, { printed: 0, printedCrossing: 0, kept: '' });
    const result = work();
    Object.assign(meter, { printed, printedCrossing, kept });
    return result;
  }

  return {
    load(engine) {
      const ready = compiledOnce();
      if (ready.kind === 'rejected') return { kind: 'refused', diagnostics: ready.diagnostics };
      const { code, placeOf } = ready;
      const sandbox = openSandbox(engine, meter, { forFunctions: exercise.roles === undefined });
      const loaded = wasLoaded ? quietly(() => sandbox.load(code)) : sandbox.load(code);
      wasLoaded = true;
      // A load that stops because the grading's budget is used up says nothing against the source.
      if (loaded.kind === 'stopped' && loaded.why === 'run') return { kind: 'loaded', sandbox };
      const diagnostics = explainLoad(loaded, exercise, placeOf);
      return diagnostics.length === 0 ? { kind: 'loaded', sandbox } : { kind: 'refused', diagnostics };
    },
    loadAgain(engine, maxOperations) {
      const ready = compiledOnce();
      const code = ready.kind === 'compiled' ? ready.code : '';
      const own = newMeter(maxOperations, 2);
      const sandbox = openSandbox(engine, own);
      let left = Math.floor(MAX_RELOADED_CHARS / Math.max(1, code.length));
      const load = (): boolean => {
        const isLoaded = sandbox.load(code).kind === 'loaded';
        // It printed that the first time, too.
        Object.assign(own, { printed: 0, printedCrossing: 0 });
        return isLoaded;
      };
      load();
      return {
        sandbox,
        reload() {
          left -= 1;
          return left >= 0 && load();
        },
      };
    },
    explain(hidden) {
      const ready = compiledOnce();
      return explainHidden(hidden, ready.kind === 'compiled' ? ready.suspects() : []);
    },
  };
}
