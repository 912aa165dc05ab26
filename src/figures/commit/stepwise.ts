/**
 * A supplied process that can take its work one piece at a time: a record in its log, a message, a decision.
 *
 * Stepwise, what a handler has to do waits on an agenda, and each piece of it is a step of the scheduler. So a crash can come between any two of them and a
 * reader can watch each. Whatever arrives meanwhile comes after all that was on the agenda, as in a process that handles one thing after another.
 * Not stepwise, the whole agenda is done at once, and the simulator's own crashes between effects apply.
 */
import type { Data } from '../../../grader/base/data.ts';
import type { Supplied, SuppliedContext } from '../../../grader/sim/supplied.ts';

export type Decision = 'commit' | 'abort';

export type Act =
  /** One write to stable storage. It is `state` from then on, across a crash too. */
  | { readonly act: 'log'; readonly record: string; readonly decision?: Decision }
  | { readonly act: 'send'; readonly to: string; readonly message: { readonly type: string; readonly [field: string]: string } };

/** The key of the one record that a process keeps. */
const LOG = 'log';

export abstract class Stepwise implements Supplied {
  /** What the log says; INIT while it says nothing. */
  state = 'INIT';
  agenda: readonly Act[] = [];

  onStart(ctx: SuppliedContext): void {
    this.after(ctx, this.starts(ctx));
  }

  onRecover(ctx: SuppliedContext): void {
    const logged = ctx.stable.get(LOG);
    if (typeof logged === 'string') this.state = logged;
    this.after(ctx, this.recovers(ctx));
  }

  onMessage(ctx: SuppliedContext, from: string, message: Data): void {
    this.finish(ctx);
    this.after(ctx, this.hears(ctx, from, typeOf(message), message));
  }

  onTimer(ctx: SuppliedContext): void {
    this.finish(ctx);
    this.after(ctx, this.waitedInVain(ctx));
  }

  onRound(ctx: SuppliedContext): void {
    this.finish(ctx);
  }

  choices(): readonly Data[] {
    return this.agenda.slice(0, 1);
  }

  onChoice(ctx: SuppliedContext): void {
    const [first, ...rest] = this.agenda;
    this.agenda = rest;
    if (first) this.perform(ctx, first);
  }

  protected abstract starts(ctx: SuppliedContext): readonly Act[];
  protected abstract recovers(ctx: SuppliedContext): readonly Act[];
  protected abstract hears(ctx: SuppliedContext, from: string, type: string, message: Data): readonly Act[];
  protected abstract waitedInVain(ctx: SuppliedContext): readonly Act[];

  private after(ctx: SuppliedContext, acts: readonly Act[]): void {
    this.agenda = acts;
    if (fieldOf(ctx.config, 'stepwise') !== true) this.finish(ctx);
  }

  private finish(ctx: SuppliedContext): void {
    const acts = this.agenda;
    this.agenda = [];
    for (const act of acts) this.perform(ctx, act);
  }

  private perform(ctx: SuppliedContext, act: Act): void {
    if (act.act === 'send') return ctx.send(act.to, act.message);
    this.state = act.record;
    ctx.stable.set(LOG, act.record);
    if (act.decision === undefined) return;
    ctx.cancelTimer('wait');
    ctx.indicate({ type: 'decide', decision: act.decision });
  }
}

export function log(record: string, decision?: Decision): Act {
  return decision === undefined ? { act: 'log', record } : { act: 'log', record, decision };
}

export function send(to: string, type: string, fields: Readonly<Record<string, string>> = {}): Act {
  return { act: 'send', to, message: { type, ...fields } };
}

/** The record that makes a decision stable, and the decision. */
export function decide(decision: Decision): Act {
  return log(decision === 'commit' ? 'COMMIT' : 'ABORT', decision);
}

/** The decision that a state is, if it is one. */
export function decisionOf(state: string): Decision | undefined {
  if (state === 'COMMIT') return 'commit';
  return state === 'ABORT' ? 'abort' : undefined;
}

export function typeOf(message: Data): string {
  const type = fieldOf(message, 'type');
  return typeof type === 'string' ? type : '';
}

export function fieldOf(data: Data, field: string): Data {
  if (typeof data !== 'object' || data === null) return undefined;
  return Object.entries(data).find(([key]) => key === field)?.[1];
}
