import { Worker } from 'node:worker_threads';
import type { Answer } from './protocol.ts';
import type { Thread, ThreadEvents } from './client.ts';

/**
 * MiB of the thread's own stack: beyond what QuickJS' limit lets learner code use, so that the limit is met first and an overflow is the same
 * everywhere.
 */
const STACK_MIB = 16;

/** Starts the bundled worker (`dist/worker.js`) in a thread of Node. It inherits neither environment nor flags. */
export function nodeThread(script: URL, { onAnswer, onDeath }: ThreadEvents): Thread {
  const worker = new Worker(script, { env: {}, execArgv: [], stdin: false, resourceLimits: { stackSizeMb: STACK_MIB } });
  worker.on('message', (answer: Answer) => onAnswer(answer));
  worker.on('error', (error) => onDeath(String(error)));
  worker.on('exit', () => onDeath('the worker ended'));
  return { post: (message) => worker.postMessage(message), terminate: () => void worker.terminate() };
}
