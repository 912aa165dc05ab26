import { expect, test } from 'vitest';
import { newFairStopwatches } from './fairStopwatch.ts';

/** A machine whose clocks a test moves. */
function machine() {
  const times = { wall: 0, processor: 0 };
  const start = newFairStopwatches({ wallMs: () => times.wall, processorMs: () => times.processor });
  const pass = (wall: number, processor: number): void => {
    times.wall += wall;
    times.processor += processor;
  };
  return { start, pass };
}

test('runs like the wall’s clock where the process has a core for itself', () => {
  const { start, pass } = machine();
  const watch = start();

  pass(1000, 1000);

  expect(watch.spentMs()).toBe(1000);
});

test('runs slower where the machine is busy with something else', () => {
  const { start, pass } = machine();
  const watch = start();

  pass(1000, 200);

  expect(watch.spentMs()).toBe(200);
});

test('shares the processor among the gradings under way', () => {
  const { start, pass } = machine();
  const [first, second] = [start(), start()];
  pass(1000, 1000);
  second.stop();
  pass(1000, 1000);

  expect([first.spentMs(), second.spentMs()]).toEqual([1500, 1500]);
});

test('never runs faster than the wall’s clock, however many threads collect garbage', () => {
  const { start, pass } = machine();
  const watch = start();

  pass(1000, 4000);

  expect(watch.spentMs()).toBe(1000);
});

test('goes on, slowly, where a thread is stuck without working', () => {
  const { start, pass } = machine();
  const watch = start();

  pass(20_000, 0);

  expect(watch.spentMs()).toBe(1000);
});
