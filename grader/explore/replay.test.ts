import { expect, test } from 'vitest';
import type { Supplied, SuppliedContext } from '../sim/supplied.ts';
import type { Scenario } from '../sim/scenario.ts';
import { newWorld } from '../sim/world.ts';
import { replay } from './replay.ts';

/** Asks once, and notes an answer. */
class Asker implements Supplied {
  answers = 0;

  onStart(ctx: SuppliedContext): void {
    ctx.stable.set('asked', true);
    ctx.send('server', 'ask');
  }

  onMessage(): void {
    this.answers += 1;
  }
}

class Server implements Supplied {
  onMessage(ctx: SuppliedContext, from: string): void {
    ctx.stable.set('asked by', from);
    ctx.send(from, 'answer');
  }
}

const scenario: Scenario = {
  id: 'ask',
  plan: '1 loss, 1 crash of the server',
  processes: [
    { id: 'asker', kind: 'supplied', behaviour: Asker },
    { id: 'server', kind: 'supplied', behaviour: Server },
  ],
  group: ['asker', 'server'],
  timers: 'any',
  faults: { losses: 1, crashes: { server: 1 }, recoversAtEnd: true },
};

const answered = {
  check: 'answered',
  property: {
    watches: ['receive' as const],
    first: false,
    observe: (state: boolean, event: { process: string }) => state || event.process === 'asker',
    atEnd: () => undefined,
  },
};

function run(...choices: number[]) {
  const world = newWorld(scenario, [answered.property], { handle: () => ({ kind: 'async', effects: [] }), operations: 0 });
  const replayed = replay(world, [answered], choices);
  if (replayed.kind === 'diverged') throw new Error(`diverged at ${replayed.place}`);
  return replayed;
}

test('tells what may happen next, in words', () => {
  const { next } = run();

  expect(next.map((one) => `${one.choice} ${one.isFault ? 'fault' : 'step'}: ${one.words}`)).toEqual([
    "0 step: 'ask' from asker to server arrives",
    "1 fault: 'ask' from asker to server arrives, and server crashes right after it stores asked by = 'asker'",
    "2 fault: 'ask' from asker to server is lost",
    '3 fault: server crashes',
    '4 step: nothing goes wrong any more: all that is in flight arrives, first to last',
    '5 step: nothing goes wrong any more: all that is in flight arrives, last to first',
  ]);
});

test('goes on from there by a longer schedule, and is over where faults have stopped', () => {
  const lost = run(2);
  const over = run(2, lost.next.at(-1)?.choice ?? -1);

  expect(lost.next.map((one) => one.words)).not.toContain("'ask' from asker to server arrives");
  expect(over.next).toEqual([]);
});

test('has no fields of a process whose handler broke', () => {
  const throwing: Scenario = {
    ...scenario,
    processes: [{ id: 'asker', kind: 'learner', role: 'Asker' }],
    group: ['asker'],
    faults: {},
  };
  const world = newWorld(throwing, [answered.property], {
    handle: () => ({
      kind: 'threw',
      effects: [],
      error: { name: 'Error', message: 'boom', text: 'boom', place: undefined, isRangeError: false, isInternalError: false },
    }),
    operations: 0,
  });

  const replayed = replay(world, [answered], []);

  expect(replayed.kind === 'replayed' && replayed.fields()).toEqual([{ length: 3, process: 'asker', fields: undefined }]);
});

test('tells where in the trace each choice was made, and what the fields were', () => {
  const { trace, marks, fields } = run(0, 0);

  expect(marks.map((length) => trace[length]?.kind)).toEqual(['receive', 'receive']);
  expect(fields().map(({ length, process, fields: value }) => [trace[length - 1]?.kind, process, value])).toEqual([
    ['send', 'asker', { answers: 0 }],
    ['start', 'server', {}],
    ['send', 'server', {}],
    ['receive', 'asker', { answers: 1 }],
  ]);
});
