/**
 * The one grader of the page, made when it is first needed.
 *
 * Several workbenches may stand on a page, but a worker grades one answer at a time: whoever comes later waits for its turn.
 */
import type { Report } from '../../grader/base/report.ts';
import type { Replay } from '../../grader/grade/replaying.ts';
import { GradingStopped, newGrader, type Grader, type OnProgress, type Submission } from '../../grader/worker/client.ts';
import type { Answer } from '../../grader/worker/protocol.ts';

export interface RunningGrading {
  /** Rejects with `GradingStopped` after `stop`, with another error where the grader itself failed. */
  readonly report: Promise<Report>;
  readonly stop: () => void;
}

let shared: Grader | undefined;
let last: Promise<unknown> = Promise.resolve();

export function warmGrader(): void {
  void grader().warm();
}

/** `onProgress` is called before each check, and while one explores from time to time. */
export function beginGrading(submission: Submission, onProgress: OnProgress): RunningGrading {
  let phase: 'waiting' | 'running' | 'ended' = 'waiting';
  let refuse: (error: GradingStopped) => void = () => undefined;
  // It settles at once, even while the worker is still being loaded and would never answer.
  const stopped = new Promise<never>((_resolve, reject) => {
    refuse = reject;
  });
  const turn = last.then(() => {
    if (phase === 'ended') throw new GradingStopped('stopped');
    phase = 'running';
    return Promise.race([grader().grade(submission, onProgress), stopped]);
  });
  const report = Promise.race([turn, stopped]).finally(() => {
    phase = 'ended';
  });
  last = turn.catch(() => undefined);
  return {
    report,
    stop() {
      if (phase === 'running') grader().stop();
      phase = 'ended';
      refuse(new GradingStopped('stopped'));
    },
  };
}

/** Runs one schedule, when it has its turn. */
export function replayRun(exercise: string, source: string, schedule: string): Promise<Replay> {
  const replay = last.then(() => grader().replay({ exercise, source: new TextEncoder().encode(source), schedule }));
  last = replay.catch(() => undefined);
  return replay;
}

function grader(): Grader {
  shared ??= newGrader(({ onAnswer, onDeath }) => {
    const worker = new Worker(new URL('../../grader/worker/browserWorker.ts', import.meta.url));
    worker.addEventListener('message', (event: MessageEvent<Answer>) => onAnswer(event.data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      onDeath(event.message || 'the grader could not be loaded');
    });
    return { post: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
  });
  return shared;
}
