import { expect, test } from 'vitest';
import type { Report } from '../base/report.ts';
import { reportWith } from '../report/reportsForTests.ts';
import { GradingStopped, newGrader, type Grader, type ThreadEvents } from './client.ts';
import type { Answer, Message } from './protocol.ts';

/** A thread that does what a test tells it. */
interface Puppet {
  readonly events: ThreadEvents;
  readonly posted: Message[];
  terminated: boolean;
}

const submission = { exercise: 'hamming', source: new Uint8Array(), seed: 1 };
const score = (points: number): Report => reportWith({ score: points });

/** A grader whose threads are `threads`; each is ready at once unless `silent`. */
function puppets({ limitMs = 1_000, silent = false }: { limitMs?: number; silent?: boolean } = {}): { grader: Grader; threads: Puppet[] } {
  const threads: Puppet[] = [];
  const grader = newGrader((events) => {
    const puppet: Puppet = { events, posted: [], terminated: false };
    threads.push(puppet);
    if (!silent) queueMicrotask(() => events.onAnswer({ kind: 'ready' }));
    return { post: (message) => puppet.posted.push(message), terminate: () => (puppet.terminated = true) };
  }, limitMs);
  return { grader, threads };
}

/** Answers the grading that the thread has last been asked for. */
async function answer(thread: Puppet | undefined, make: (id: number) => Answer): Promise<void> {
  await settle();
  thread?.events.onAnswer(make(thread.posted.at(-1)?.id ?? 0));
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('hands on a submission and gives back its report', async () => {
  const { grader, threads } = puppets();

  const grading = grader.grade({ ...submission, onlyCheck: 'encode' });
  await answer(threads[0], (id) => ({ kind: 'report', id, report: score(50) }));

  expect(await grading).toEqual(score(50));
  expect(threads[0]?.posted).toEqual([{ kind: 'grade', id: 1, ...submission, onlyCheck: 'encode' }]);
});

test('starts one thread for many gradings', async () => {
  const { grader, threads } = puppets();
  await grader.warm();

  for (const points of [1, 2, 3]) {
    const grading = grader.grade(submission);
    await answer(threads[0], (id) => ({ kind: 'report', id, report: score(points) }));
    expect((await grading).score).toBe(points);
  }

  expect(threads).toHaveLength(1);
});

test('tells what is known so far', async () => {
  const { grader, threads } = puppets();
  const seen: number[] = [];

  const grading = grader.grade(submission, (report) => seen.push(report.score));
  await answer(threads[0], (id) => ({ kind: 'progress', id, report: score(10) }));
  await answer(threads[0], (id) => ({ kind: 'progress', id, report: score(20) }));
  await answer(threads[0], (id) => ({ kind: 'report', id, report: score(30) }));
  await grading;

  expect(seen).toEqual([10, 20]);
});

test('gives a grading up after its limit, with what is known by then, and starts another thread for the next', async () => {
  const { grader, threads } = puppets({ limitMs: 40 });

  const grading = grader.grade(submission);
  await answer(threads[0], (id) => ({ kind: 'progress', id, report: score(10) }));

  expect((await grading).score).toBe(10);
  expect(threads[0]?.terminated).toBe(true);

  const next = grader.grade(submission);
  await answer(threads[1], (id) => ({ kind: 'report', id, report: score(20) }));
  expect((await next).score).toBe(20);
});

test('fails where the limit comes before anything is known', async () => {
  const { grader } = puppets({ limitMs: 20 });

  await expect(grader.grade(submission)).rejects.toThrow('the grading took longer than 20 ms');
});

test('hears no answer to a grading that it gave up', async () => {
  const { grader, threads } = puppets({ limitMs: 20 });
  await expect(grader.grade(submission)).rejects.toThrow('longer than');

  const next = grader.grade(submission);
  await settle();
  threads[0]?.events.onAnswer({ kind: 'report', id: 2, report: score(1) });
  await answer(threads[1], () => ({ kind: 'report', id: 1, report: score(2) }));
  await answer(threads[1], (id) => ({ kind: 'report', id, report: score(3) }));

  expect((await next).score).toBe(3);
});

test('ends a grading with what is known when its thread dies', async () => {
  const { grader, threads } = puppets();

  const grading = grader.grade(submission);
  await answer(threads[0], (id) => ({ kind: 'progress', id, report: score(10) }));
  threads[0]?.events.onDeath('out of memory');

  expect((await grading).score).toBe(10);
});

test('says why its thread died where nothing is known, and starts another', async () => {
  const { grader, threads } = puppets();

  const grading = grader.grade(submission);
  await settle();
  threads[0]?.events.onDeath('out of memory');
  await expect(grading).rejects.toThrow('out of memory');
  const next = grader.grade(submission);
  await answer(threads[1], (id) => ({ kind: 'report', id, report: score(5) }));

  expect((await next).score).toBe(5);
});

test('fails where a thread dies before it is ready', async () => {
  const { grader, threads } = puppets({ silent: true });

  const grading = grader.grade(submission);
  threads[0]?.events.onDeath('no such file');

  await expect(grading).rejects.toThrow('the worker could not be started');
});

test('fails where the grader itself does, and says so', async () => {
  const { grader, threads } = puppets();

  const grading = grader.grade(submission);
  await answer(threads[0], (id) => ({ kind: 'fault', id, message: 'no exercise is called x' }));

  await expect(grading).rejects.toThrow('no exercise is called x');
});

test('stops a grading at once', async () => {
  const { grader, threads } = puppets();

  const grading = grader.grade(submission);
  await answer(threads[0], (id) => ({ kind: 'progress', id, report: score(10) }));
  grader.stop();

  await expect(grading).rejects.toThrow(GradingStopped);
  expect(threads[0]?.terminated).toBe(true);
});

test('stops a grading whose thread is not ready yet, though an ended thread tells nobody', async () => {
  const { grader, threads } = puppets({ silent: true });

  const grading = grader.grade(submission);
  grader.stop();

  await expect(grading).rejects.toThrow(GradingStopped);
  expect(threads[0]?.posted).toEqual([]);
});

test('has nothing to stop where nothing runs', () => {
  const { grader, threads } = puppets();

  grader.stop();

  expect(threads).toEqual([]);
});
