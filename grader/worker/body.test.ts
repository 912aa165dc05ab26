import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { serve } from './body.ts';
import type { Answer, GradeMessage } from './protocol.ts';

const wasm = createRequire(import.meta.url).resolve('@jitl/quickjs-ng-wasmfile-release-sync/wasm');
const solution = readFileSync(new URL('../../exercises/hamming/solution.ts', import.meta.url));
const ask = (id: number, changes: Partial<GradeMessage> = {}): GradeMessage => ({
  kind: 'grade',
  id,
  exercise: 'hamming',
  source: solution,
  seed: 1,
  ...changes,
});

/** Serves `messages` and gives the answers, up to the last one of the last message. */
function serveAll(messages: readonly GradeMessage[], compileEngine = () => WebAssembly.compile(readFileSync(wasm))): Promise<Answer[]> {
  return new Promise((resolve) => {
    const answers: Answer[] = [];
    const post = (answer: Answer): void => {
      answers.push(answer);
      if (answer.kind !== 'ready' && answer.kind !== 'progress' && answer.id === messages.at(-1)?.id) resolve(answers);
    };
    serve({ post, listen: (handler) => messages.forEach(handler) }, compileEngine);
  });
}

test('is ready, tells its progress before each step, and reports', async () => {
  const answers = await serveAll([ask(1)]);

  expect(answers.map((answer) => answer.kind)).toEqual(['ready', ...Array(7).fill('progress'), 'report']);
  expect(answers.at(-1)).toMatchObject({ id: 1, report: { verdict: 'passed', score: 100 } });
});

test('serves gradings one after the other', async () => {
  const answers = await serveAll([ask(1, { onlyCheck: 'encode' }), ask(2, { onlyCheck: 'total' })]);

  expect(answers.map((answer) => (answer.kind === 'ready' ? 'ready' : `${answer.kind} ${answer.id}`))).toEqual([
    'ready',
    'progress 1',
    'report 1',
    'progress 2',
    'report 2',
  ]);
});

test('tells a fault of its own, and goes on', async () => {
  const answers = await serveAll([ask(1, { exercise: 'nowhere' }), ask(2, { onlyCheck: 'encode' })]);

  expect(answers).toContainEqual({ kind: 'fault', id: 1, message: 'Error: no exercise is called nowhere' });
  expect(answers.at(-1)).toMatchObject({ kind: 'report', id: 2 });
});

test('is ready without an engine too, and says with each grading that it has none', async () => {
  const answers = await serveAll([ask(1), ask(2)], () => Promise.reject(new Error('no engine')));

  expect(answers).toEqual([
    { kind: 'ready' },
    { kind: 'fault', id: 1, message: 'Error: no engine' },
    { kind: 'fault', id: 2, message: 'Error: no engine' },
  ]);
});
