import { describe, expect, test } from 'vitest';
import { Violation, type Property } from '../sim/property.ts';
import type { Scenario } from '../sim/scenario.ts';
import type { SuppliedClass, SuppliedContext } from '../sim/supplied.ts';
import { newWorld } from '../sim/world.ts';
import { explore } from './explore.ts';

const NOBODY = { handle: () => ({ kind: 'async' as const, effects: [] }), operations: 0 };

/** Counts its timers without end. The third one opens q's door and knocks; a knock alone does nothing. */
class Counter {
  count = 0;
  onStart(ctx: SuppliedContext): void {
    ctx.send('q', 'knock');
    ctx.setTimer('tick', 1);
  }
  onTimer(ctx: SuppliedContext): void {
    this.count += 1;
    if (this.count === 3) for (const message of ['open', 'knock']) ctx.send('q', message);
    ctx.setTimer('tick', 1);
  }
  onMessage(_ctx: SuppliedContext): void {
    this.count += 1;
  }
}

class Door {
  isOpen = false;
  onMessage(ctx: SuppliedContext, from: string, message: unknown): void {
    if (message === 'open') this.isOpen = true;
    else if (this.isOpen) ctx.indicate('come in');
    if (message === 'echo') ctx.send(from, 'echo');
  }
}

const unheard: Property<boolean> = {
  watches: ['indicate'],
  saturates: () => true,
  first: false,
  observe: () => new Violation('q', 'Somebody was let in.'),
  atEnd: () => undefined,
};

/** Never broken, so that every world is looked at. */
const kept: Property<boolean> = { ...unheard, observe: () => true };

function worldOf(behaviour: SuppliedClass) {
  const scenario: Scenario = {
    id: 'door',
    plan: 'somebody knocks',
    processes: [
      { id: 'p', kind: 'supplied', behaviour },
      { id: 'q', kind: 'supplied', behaviour: Door },
    ],
    group: ['p', 'q'],
    timers: 'any',
    faults: { firings: 1 },
  };
  return newWorld(scenario, [unheard, kept], NOBODY);
}

describe('a process that counts without end', () => {
  test('is known until faults stop, and what comes later is not taken for what is known', () => {
    const world = worldOf(Counter);

    expect(world.prepareTrim(100)).toBe('until faults stop');

    const trimmed = explore(world, 2, { reduced: true });
    const full = explore(worldOf(Counter), 2, { reduced: false });
    expect([...trimmed.found.keys()]).toEqual([0]);
    expect([...full.found.keys()]).toEqual([0]);
    // The knock that does nothing.
    expect(trimmed.worlds).toBeLessThan(explore(worldOf(Counter), 2, { reduced: true }).worlds);
  });

  test('is not known at all where it counts messages', () => {
    class Echo extends Counter {
      override onStart(ctx: SuppliedContext): void {
        ctx.send('q', 'echo');
      }
      override onMessage(ctx: SuppliedContext): void {
        super.onMessage(ctx);
        ctx.send('q', 'echo');
      }
    }

    expect(worldOf(Echo).prepareTrim(100, 100)).toBe('never');
  });

  test('is known for ever where it stops counting', () => {
    class Few extends Counter {
      override onTimer(ctx: SuppliedContext): void {
        if (this.count < 3) super.onTimer(ctx);
      }
    }

    expect(worldOf(Few).prepareTrim(100)).toBe('always');
  });
});
