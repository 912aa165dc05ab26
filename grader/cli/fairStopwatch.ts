/**
 * A stopwatch that runs only as fast as this process gets to work, so that a report does not depend on how busy the machine is: it is the
 * same beside ten other programs, and with more jobs than cores.
 *
 * The processor's time of the whole process is shared equally among the gradings under way. It never runs faster than the wall's clock, and never
 * slower than a twentieth of it, so that a thread that is stuck without working is ended too.
 */
import type { Stopwatch } from '../worker/client.ts';

/** How much slower than the wall's clock it may run: machines that are busier than that are of no use for grading. */
const MAX_SLOWNESS = 20;

export interface Times {
  readonly wallMs: () => number;
  /** Of all threads of the process. */
  readonly processorMs: () => number;
}

const OWN_TIMES: Times = {
  wallMs: () => performance.now(),
  processorMs() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/** Answers how to start stopwatches that share one process. */
export function newFairStopwatches({ wallMs, processorMs }: Times = OWN_TIMES): () => Stopwatch {
  let running = 0;
  /** What a grading that was there from the beginning would have had. */
  let sharedMs = 0;
  let lastWallMs = wallMs();
  let lastProcessorMs = processorMs();

  function read(): number {
    const [wall, processor] = [wallMs(), processorMs()];
    const passedMs = wall - lastWallMs;
    const shareMs = (processor - lastProcessorMs) / Math.max(1, running);
    sharedMs += Math.min(passedMs, Math.max(shareMs, passedMs / MAX_SLOWNESS));
    [lastWallMs, lastProcessorMs] = [wall, processor];
    return sharedMs;
  }

  return () => {
    const startMs = read();
    let isRunning = true;
    running += 1;
    return {
      spentMs: () => read() - startMs,
      stop() {
        if (!isRunning) return;
        read();
        isRunning = false;
        running -= 1;
      },
    };
  };
}
