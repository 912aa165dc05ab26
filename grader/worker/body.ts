/** The one worker: Node and browsers attach their ports to it. Gradings are served one after the other. */
import { findExercise } from '../../exercises/index.ts';
import { beginGrading } from '../grade/grading.ts';
import { engineMaker, type NewEngine } from './engine.ts';
import type { Answer, GradeMessage } from './protocol.ts';

export interface Port {
  readonly post: (answer: Answer) => void;
  readonly listen: (handler: (message: GradeMessage) => void) => void;
}

/** Serves `port` with engines of the WebAssembly module that `compileEngine` gives. */
export function serve(port: Port, compileEngine: () => Promise<WebAssembly.Module>): void {
  const maker = compileEngine().then(engineMaker);
  const ready = (): void => port.post({ kind: 'ready' });
  // Ready even without an engine: the host waits for this word, and hears with each grading what went wrong.
  let last: Promise<void> = maker.then(ready, ready);
  port.listen((message) => {
    last = last.then(async () => {
      try {
        await grade(port, message, await maker);
      } catch (error) {
        port.post({ kind: 'fault', id: message.id, message: String(error) });
      }
    });
  });
}

async function grade(port: Port, message: GradeMessage, newEngine: NewEngine): Promise<void> {
  const { id, source, seed, onlyCheck } = message;
  const exercise = findExercise(message.exercise);
  if (!exercise) throw new Error(`no exercise is called ${message.exercise}`);
  const grading = beginGrading({ exercise, source, seed, onlyCheck });
  while (grading.pending) {
    port.post({ kind: 'progress', id, report: grading.report() });
    grading.step(await newEngine());
  }
  port.post({ kind: 'report', id, report: grading.report() });
}
