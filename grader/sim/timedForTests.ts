/** Processes that run in the host, for tests of the simulator: written as learners write theirs, with the same effects. */
import { fromCanonical, type Data } from '../base/data.ts';
import type { HandlerCall } from '../sandbox/handlerCall.ts';
import type { SuppliedClass, SuppliedContext } from './supplied.ts';
import { handleSupplied } from './suppliedBehaviour.ts';
import type { TimedHandlers } from './timedSimulation.ts';
import type { NetworkPlan, RunLength, TimedPlan } from './timedScenario.ts';

/** Handlers of one class for all roles. `seen` collects the calls. */
export function hostHandlers(behaviour: SuppliedClass, seen: HandlerCall[] = []): TimedHandlers {
  return {
    operations: 0,
    handle(call) {
      seen.push(call);
      const [id, group, config] = JSON.parse(JSON.parse(call.place) as string) as [string, Data, Data];
      const place = { id, group: read(group) as string[], config: read(config) };
      const { fields, stable, handler, args } = call;
      return { kind: 'returned', ...handleSupplied({ behaviour, place, fields, stable, handler, args }) };
    },
  };
}

function read(parsed: Data): Data {
  return fromCanonical(JSON.stringify(parsed)) as Data;
}

/** A group of processes p1, p2, … with periods of 100 ms on links that settle at 0 and take at most 50 ms, unless said otherwise. */
export function planForTests(
  count: number,
  network: Partial<NetworkPlan> = {},
  length: RunLength = { kind: 'part', until: 1000 },
): TimedPlan {
  return {
    processes: Array.from({ length: count }, (_, index) => ({ id: `p${index + 1}`, role: 'P', config: { period: 100 } })),
    network: { period: 100, settlesAt: 0, maxEarlyDelay: 1000, maxDelay: 50, maxSilence: 2000, ...network },
    length,
    deviations: [],
  };
}

/** Beats to all others once a period, and counts what it hears. */
export class Beater {
  heard = 0;
  onStart(ctx: SuppliedContext): void {
    this.beat(ctx);
  }
  onRecover(ctx: SuppliedContext): void {
    this.beat(ctx);
  }
  onTimer(ctx: SuppliedContext): void {
    this.beat(ctx);
  }
  onMessage(ctx: SuppliedContext, from: string): void {
    this.heard += 1;
    ctx.indicate({ from, heard: this.heard });
  }
  beat(ctx: SuppliedContext): void {
    for (const id of ctx.group) if (id !== ctx.self) ctx.send(id, { type: 'BEAT' });
    ctx.setTimer('beat', 100);
  }
}
