/** The host's end of a worker: sends gradings, holds the dead-man's switch, replaces a worker that died or was stopped. */
import { GRADING_LIMIT_MS } from '../base/limits.ts';
import type { Report } from '../base/report.ts';
import type { Exploring } from '../grade/grading.ts';
import type { Replay } from '../grade/replaying.ts';
import type { Answer, GradeMessage, Message, ReplayMessage } from './protocol.ts';

/** A worker thread, however the host makes one. */
export interface Thread {
  readonly post: (message: Message) => void;
  readonly terminate: () => void;
}

export interface ThreadEvents {
  readonly onAnswer: (answer: Answer) => void;
  /** The thread ended by itself or could not be started. */
  readonly onDeath: (reason: string) => void;
}

export type Submission = Omit<GradeMessage, 'kind' | 'id'>;

/** `exploring` is absent between two explorations. */
export type OnProgress = (report: Report, exploring?: Exploring) => void;

export interface Grader {
  /** Starts the thread so that the first grading finds it warm. Resolves when it is. */
  warm(): Promise<void>;
  /**
   * Grades one submission; to be called again only when the last one has ended.
   * `onGivenUp` hears, before the answer, that the thread died or hung: what is answered is then only what was known until then.
   * @throws GradingStopped after `stop`; Error where the grader itself failed.
   */
  grade(submission: Submission, onProgress?: OnProgress, onGivenUp?: () => void): Promise<Report>;
  /** Runs one schedule. Calls and errors as for `grade`. */
  replay(request: Omit<ReplayMessage, 'kind' | 'id'>): Promise<Replay>;
  /** Ends the grading under way, if there is one, at once. */
  stop(): void;
}

/** What a thread is busy with. */
interface Asked {
  readonly id: number;
  readonly onProgress: OnProgress | undefined;
  readonly onGivenUp: (() => void) | undefined;
  readonly restartSwitch: () => void;
  /** What holds if nothing more comes. */
  fallback: Report | undefined;
}

/** How a grading or a replay ended. */
type End = { readonly report: Report } | { readonly replay: Replay } | { readonly error: Error };

/** The grading was ended on request. */
export class GradingStopped extends Error {}

/** Tells how much time a grading has had. A host that knows how busy the machine is can tell that a thread had to wait for its turn. */
export interface Stopwatch {
  readonly spentMs: () => number;
  /** To be called when the grading has ended. */
  readonly stop: () => void;
}

function wallStopwatch(): Stopwatch {
  const startMs = performance.now();
  return { spentMs: () => performance.now() - startMs, stop: () => undefined };
}

/** Milliseconds at the least between two looks at a stopwatch. */
const LOOK_MS = 50;

/** `limitMs`: after how long without a sign of life from an exploration a grading is given up; for functions, after how long in all. */
export function newGrader(
  spawn: (events: ThreadEvents) => Thread,
  limitMs: number = GRADING_LIMIT_MS,
  startStopwatch: () => Stopwatch = wallStopwatch,
): Grader {
  let thread: Thread | undefined;
  let ready: Promise<void> = Promise.resolve();
  /** Lets whoever waits for `ready` go on: a thread that was ended tells nobody. */
  let release: (() => void) | undefined;
  let stopped: Thread | undefined;
  let nextId = 1;
  let end: ((how: End) => void) | undefined;
  let current: Asked | undefined;

  function start(): void {
    if (thread) return;
    ready = new Promise((resolve) => {
      release = resolve;
      const started = spawn({
        onAnswer(answer) {
          if (thread !== started) return;
          if (answer.kind === 'ready') resolve();
          else receive(answer);
        },
        onDeath(reason) {
          resolve();
          if (thread !== started) return;
          thread = undefined;
          giveUp(reason);
        },
      });
      thread = started;
    });
  }

  function receive(answer: Exclude<Answer, { kind: 'ready' }>): void {
    if (!current || answer.id !== current.id) return;
    if (answer.kind === 'report') end?.({ report: answer.report });
    else if (answer.kind === 'replayed') end?.({ replay: answer.replay });
    else if (answer.kind === 'fault') end?.({ error: new Error(answer.message) });
    else if (answer.kind === 'progress') {
      current.fallback = answer.report;
      current.onProgress?.(answer.report);
    } else {
      current.restartSwitch();
      if (answer.kind === 'exploring' && current.fallback) current.onProgress?.(current.fallback, answer.exploring);
    }
  }

  /** Ends the current grading with what is known of it. */
  function giveUp(reason: string): void {
    const fallback = current?.fallback;
    current?.onGivenUp?.();
    end?.(fallback ? { report: fallback } : { error: new Error(reason) });
  }

  function kill(): void {
    thread?.terminate();
    thread = undefined;
    release?.();
  }

  /** Sends one message and waits for what ends it. */
  async function ask(messageOf: (id: number) => Message, onProgress?: OnProgress, onGivenUp?: () => void): Promise<End> {
    start();
    const started = thread;
    await ready;
    if (started && started === stopped) throw new GradingStopped('stopped');
    const id = nextId;
    nextId += 1;
    return new Promise<End>((resolve) => {
      const watch = startStopwatch();
      let timer: ReturnType<typeof setTimeout>;
      let endsMs = limitMs;
      const look = (): void => {
        const leftMs = endsMs - watch.spentMs();
        if (leftMs > 0) timer = setTimeout(look, Math.max(LOOK_MS, leftMs));
        else {
          kill();
          giveUp(`the grading took longer than ${limitMs} ms`);
        }
      };
      timer = setTimeout(look, limitMs);
      // An exploration is bounded by its own budgets. It may take long on a busy machine, and its report must not depend on that.
      const restartSwitch = (): void => {
        endsMs = watch.spentMs() + limitMs;
      };
      current = { id, onProgress, onGivenUp, fallback: undefined, restartSwitch };
      end = (how) => {
        clearTimeout(timer);
        watch.stop();
        current = undefined;
        end = undefined;
        resolve(how);
      };
      if (thread) thread.post(messageOf(id));
      else giveUp('the worker could not be started');
    });
  }

  return {
    warm() {
      start();
      return ready;
    },
    async grade(submission, onProgress, onGivenUp) {
      const how = await ask((id) => ({ kind: 'grade', id, ...submission }), onProgress, onGivenUp);
      if ('report' in how) return how.report;
      throw 'error' in how ? how.error : new Error('the worker answered something else');
    },
    async replay(request) {
      const how = await ask((id) => ({ kind: 'replay', id, ...request }));
      if ('replay' in how) return how.replay;
      throw 'error' in how ? how.error : new Error('the replay was given up');
    },
    stop() {
      if (!thread) return;
      stopped = thread;
      kill();
      end?.({ error: new GradingStopped('stopped') });
    },
  };
}
