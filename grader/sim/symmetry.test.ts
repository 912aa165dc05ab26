import { describe, expect, test } from 'vitest';
import type { Property } from './property.ts';
import type { Application, Scenario } from './scenario.ts';
import type { Supplied, SuppliedContext } from './supplied.ts';
import { newWorld, type World } from './world.ts';

const NOBODY = { handle: () => ({ kind: 'async' as const, effects: [] }), operations: 0 };

/** Asks both twins, and notes in a list who has answered. */
class Leader implements Supplied {
  answered: readonly string[] = [];
  onStart(ctx: SuppliedContext): void {
    for (const twin of ['q', 'r']) ctx.send(twin, 'ask');
  }
  onRecover(): void {
    this.answered = [];
  }
  onMessage(_ctx: SuppliedContext, from: string): void {
    this.answered = [...this.answered.filter((one) => one !== from), from];
  }
}

/** Answers, and says so. `words`: what it says. */
function twinSaying(
  words: (self: string, occasion: 'asked' | 'timer') => readonly [message: string, indication: string],
): new () => Supplied {
  return class implements Supplied {
    onMessage(ctx: SuppliedContext): void {
      this.say(ctx, 'asked');
      ctx.setTimer('again', 1);
    }
    onTimer(ctx: SuppliedContext): void {
      this.say(ctx, 'timer');
    }
    private say(ctx: SuppliedContext, occasion: 'asked' | 'timer'): void {
      const [message, indication] = words(ctx.self, occasion);
      ctx.send('p', message);
      ctx.indicate(indication);
    }
  };
}

const Alike = twinSaying((_self, occasion) => [occasion, 'done']);
/** Each of its words is one of the other's too, but on another occasion: in the closure there is no difference. */
const Contrary = twinSaying((self, occasion) => [(self === 'q') === (occasion === 'asked') ? 'a' : 'b', 'done']);
const OtherWords = twinSaying((self) => ['answer', self === 'q' ? 'x' : 'y']);

const told: Property<Readonly<Record<string, string>>> = {
  watches: ['indicate'],
  saturates: () => true,
  isSymmetric: true,
  first: {},
  observe: (words, { process }) => (process in words ? words : { ...words, [process]: 'told' }),
};

const application: Application<boolean> = {
  watches: ['request'],
  first: false,
  every: [{ process: 'q', request: 'go' }],
  observe: () => true,
  requests: (isAsked) => (isAsked ? [] : [{ process: 'q', request: 'go' }]),
};

function worldOf(behaviour: new () => Supplied, changes: Partial<Scenario> = {}, properties: readonly Property[] = [told]): World {
  const scenario: Scenario = {
    id: 'twins',
    plan: 'a leader and two others',
    processes: [
      { id: 'p', kind: 'supplied', behaviour: Leader },
      { id: 'q', kind: 'supplied', behaviour },
      { id: 'r', kind: 'supplied', behaviour },
    ],
    group: ['p', 'q', 'r'],
    timers: 'any',
    faults: { firings: 1 },
    ...changes,
  };
  const world = newWorld(scenario, properties, NOBODY);
  world.prepareTrim();
  return world;
}

/** The worlds that some steps lead to, the first possible one each time. */
function after(world: World, steps: number): Int32Array {
  let row: Int32Array = new Int32Array(world.width);
  world.first(row);
  for (let step = 0; step < steps; step += 1) row = world.moves(row)[0]?.next ?? row;
  return row;
}

describe('two processes may change places', () => {
  test('where they do the same, though a third keeps them in a list', () => {
    expect(worldOf(Alike).symmetry()).toBeDefined();
  });

  test.each<readonly [string, World]>([
    ['send the same on other occasions', worldOf(Contrary)],
    ['indicate something else', worldOf(OtherWords)],
    ['may crash more often than the other', worldOf(Alike, { faults: { firings: 1, crashes: { q: 1 } } })],
    ['have more timers', worldOf(Alike, { faults: { firings: { p: 1, q: 1, r: 2 } } })],
    ['are watched by a monitor that promises nothing', worldOf(Alike, {}, [{ ...told, isSymmetric: false }])],
    ['are asked by an application that promises nothing', worldOf(Alike, { application })],
    ['are not asked the same, whatever the application promises', worldOf(Alike, { application: { ...application, isSymmetric: true } })],
    [
      'have another configuration',
      worldOf(Alike, {
        processes: [
          { id: 'p', kind: 'supplied', behaviour: Leader },
          { id: 'q', kind: 'supplied', behaviour: Alike, config: 1 },
          { id: 'r', kind: 'supplied', behaviour: Alike, config: 2 },
        ],
      }),
    ],
  ])('but not where they %s', (_what, world) => {
    expect(world.symmetry()).toBeUndefined();
  });

  test('and an image, made an image again, is the world; only one of the two is replaced', () => {
    const world = worldOf(Alike);
    const row = after(world, 4);
    const image = new Int32Array(world.width);
    const again = new Int32Array(world.width);

    expect(world.symmetry()?.image(row, image)).toBe(true);
    expect(world.symmetry()?.image(image, again)).toBe(true);

    expect(again).toEqual(row);
    const replaced = [row.slice(), image.slice()].filter((one) => world.symmetry()?.canonical(one));
    expect(replaced).toHaveLength(1);
  });

  test('once a third cannot crash any more between what it sends to one and to the other', () => {
    const world = worldOf(Alike, { faults: { firings: 1, crashes: { p: 1 }, recoveries: 1 } });
    const image = new Int32Array(world.width);
    const before = after(world, 4);
    const crashed = world.moves(before).find(({ kind }) => kind === 'crash')?.next ?? before;

    expect(world.symmetry()?.image(before, image)).toBe(false);
    expect(world.symmetry()?.image(crashed, image)).toBe(true);
  });
});
