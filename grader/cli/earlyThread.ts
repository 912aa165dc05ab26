/**
 * The thread of the first grading. A learner waits for it, so it is started before the rest of the program has even been read: this file is the
 * first that `main.ts` imports, and takes the command for what it says.
 */
import type { Thread, ThreadEvents } from '../worker/client.ts';
import { nodeThread } from '../worker/nodeThread.ts';
import type { Answer } from '../worker/protocol.ts';

interface EarlyThread {
  readonly thread: Thread;
  /** What it said before anybody listened. */
  readonly answers: Answer[];
  events: ThreadEvents | undefined;
  /** Why it ended, if it has. */
  death: string | undefined;
}

const WORKER = new URL('./worker.js', import.meta.url);

let early: EarlyThread | undefined = process.argv[2] === 'grade' && process.argv.length > 3 ? start() : undefined;

function start(): EarlyThread {
  const one: Omit<EarlyThread, 'thread'> = { answers: [], events: undefined, death: undefined };
  const thread = nodeThread(WORKER, {
    onAnswer(answer) {
      if (one.events) one.events.onAnswer(answer);
      else one.answers.push(answer);
    },
    onDeath(reason) {
      one.death = reason;
      one.events?.onDeath(reason);
    },
  });
  return Object.assign(one, { thread });
}

/** A thread: the one that was started early, once, or a new one. */
export function takeThread(events: ThreadEvents): Thread {
  const taken = early;
  early = undefined;
  if (!taken || taken.death !== undefined) return nodeThread(WORKER, events);
  taken.events = events;
  // Not at once: whoever asked for it does not have it yet.
  const kept = taken.answers.splice(0);
  queueMicrotask(() => kept.forEach(events.onAnswer));
  return taken.thread;
}

/** Ends it where nobody took it: it would keep the program alive. */
export function dropEarlyThread(): void {
  early?.thread.terminate();
  early = undefined;
}
