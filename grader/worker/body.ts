/** The one worker: Node and browsers attach their ports to it. Gradings and replays are served one after the other. */
import { findExercise } from '../../exercises/index.ts';
import { beginGrading, type Exploring } from '../grade/grading.ts';
import { replaySubmission } from '../grade/replaying.ts';
import { engineMaker, type NewEngine } from './engine.ts';
import type { Answer, Message } from './protocol.ts';

export interface Port {
  readonly post: (answer: Answer) => void;
  readonly listen: (handler: (message: Message) => void) => void;
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
        await answer(port, message, await maker);
      } catch (error) {
        port.post({ kind: 'fault', id: message.id, message: String(error) });
      }
    });
  });
}

async function answer(port: Port, message: Message, newEngine: NewEngine): Promise<void> {
  const { id, source } = message;
  const exercise = findExercise(message.exercise);
  if (!exercise) throw new Error(`no exercise is called ${message.exercise}`);
  if (message.kind === 'replay') {
    port.post({ kind: 'replayed', id, replay: replaySubmission({ exercise, source, schedule: message.schedule }, await newEngine()) });
    return;
  }
  const { seed, onlyCheck } = message;
  const onExploring = (exploring: Exploring): void => port.post({ kind: 'exploring', id, exploring });
  const onAlive = (): void => port.post({ kind: 'alive', id });
  const grading = beginGrading({ exercise, source, seed, onlyCheck, onExploring, onAlive });
  while (grading.pending) {
    port.post({ kind: 'progress', id, report: grading.report() });
    if (exercise.roles) onAlive();
    grading.step(grading.needsEngine ? await newEngine() : undefined);
  }
  port.post({ kind: 'report', id, report: grading.report() });
}
