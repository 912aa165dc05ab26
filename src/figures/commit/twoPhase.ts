/**
 * Two-phase commit, with timeouts, cooperative termination and recovery. Source: Tanenbaum and van Steen, "Distributed Systems", on distributed commit.
 *
 * The coordinator can be told to behave worse: `one-phase` asks nobody, `send-first` tells its decision before it logs it.
 */
import type { Data } from '../../../grader/base/data.ts';
import type { SuppliedContext } from '../../../grader/sim/supplied.ts';
import { decide, decisionOf, fieldOf, log, send, Stepwise, type Act, type Decision } from './stepwise.ts';

export const COORDINATOR = 'coordinator';

/** So many times longer waits a participant that knows itself blocked. */
const BACK_OFF = 10;

export class TwoPhaseCoordinator extends Stepwise {
  /** Whose vote is missing; after the decision, whose acknowledgement. */
  missing: readonly string[] = [];

  protected override starts(ctx: SuppliedContext): readonly Act[] {
    if (fieldOf(ctx.config, 'protocol') === 'one-phase') return this.announces(ctx, 'commit');
    this.missing = ctx.group;
    ctx.setTimer('wait', timeout(ctx));
    return [log('START'), ...ctx.group.map((one) => send(one, 'VOTE_REQUEST'))];
  }

  /** Without a decision in the log nobody was told one, so it may still be abort. */
  protected override recovers(ctx: SuppliedContext): readonly Act[] {
    return this.announces(ctx, decisionOf(this.state) ?? 'abort');
  }

  protected override hears(ctx: SuppliedContext, from: string, type: string): readonly Act[] {
    const decision = decisionOf(this.state);
    if (type === 'DECISION_REQUEST') return decision ? [send(from, 'DECISION_REPLY', { decision })] : [];
    if (type === 'ACK') this.missing = decision ? this.missing.filter((one) => one !== from) : this.missing;
    if (decision) return [];
    if (type === 'VOTE_ABORT') return this.announces(ctx, 'abort');
    if (type !== 'VOTE_COMMIT') return [];
    this.missing = this.missing.filter((one) => one !== from);
    return this.missing.length === 0 ? this.announces(ctx, 'commit') : [];
  }

  protected override waitedInVain(ctx: SuppliedContext): readonly Act[] {
    return decisionOf(this.state) ? [] : this.announces(ctx, 'abort');
  }

  private announces(ctx: SuppliedContext, decision: Decision): readonly Act[] {
    this.missing = ctx.group;
    const told = ctx.group.map((one) => send(one, decision === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT'));
    if (fieldOf(ctx.config, 'protocol') === 'send-first') return [...told, decide(decision)];
    return [decide(decision), ...told];
  }
}

export class TwoPhaseParticipant extends Stepwise {
  /** Whether its timer runs because it has asked the others for the outcome. */
  asked = false;

  protected override starts(ctx: SuppliedContext): readonly Act[] {
    ctx.setTimer('wait', timeout(ctx));
    return [];
  }

  protected override recovers(ctx: SuppliedContext): readonly Act[] {
    const decision = decisionOf(this.state);
    if (decision) return [decide(decision)];
    return this.state === 'READY' ? this.asks(ctx) : [decide('abort')];
  }

  protected override hears(ctx: SuppliedContext, from: string, type: string, message: Data): readonly Act[] {
    const isOpen = decisionOf(this.state) === undefined;
    switch (type) {
      case 'VOTE_REQUEST':
        return this.votes(ctx, from);
      case 'GLOBAL_COMMIT':
      case 'GLOBAL_ABORT': {
        const told: Decision = type === 'GLOBAL_COMMIT' ? 'commit' : 'abort';
        // One that never promised anything may be unable. Only one-phase commit tells it to commit all the same.
        const does = this.state === 'INIT' && !isAble(ctx) ? 'abort' : told;
        const acknowledged = fieldOf(ctx.config, 'acknowledges') === true ? [send(from, 'ACK')] : [];
        return isOpen ? [decide(does), ...acknowledged] : acknowledged;
      }
      case 'DECISION_REQUEST': {
        const decision = decisionOf(this.state);
        if (this.state === 'READY') return [send(from, 'DECISION_REPLY', { decision: 'uncertain' })];
        // Whoever answers abort from INIT must never vote commit.
        return [...(decision ? [] : [decide('abort')]), send(from, 'DECISION_REPLY', { decision: decision ?? 'abort' })];
      }
      case 'DECISION_REPLY': {
        const decision = fieldOf(message, 'decision');
        return isOpen && (decision === 'commit' || decision === 'abort') ? [decide(decision)] : [];
      }
      default:
        return [];
    }
  }

  protected override waitedInVain(ctx: SuppliedContext): readonly Act[] {
    if (decisionOf(this.state)) return [];
    if (this.state === 'INIT') return [decide('abort')];
    if (!this.asked) return this.asks(ctx);
    ctx.indicate({ type: 'blocked' });
    // To ask again soon would be of no use: it takes a repair.
    this.asked = false;
    ctx.setTimer('wait', BACK_OFF * timeout(ctx));
    return [];
  }

  private votes(ctx: SuppliedContext, coordinator: string): readonly Act[] {
    if (this.state === 'ABORT') return [send(coordinator, 'VOTE_ABORT')];
    if (this.state !== 'INIT') return [];
    if (!isAble(ctx)) return [decide('abort'), send(coordinator, 'VOTE_ABORT')];
    ctx.setTimer('wait', timeout(ctx));
    return [log('READY'), send(coordinator, 'VOTE_COMMIT')];
  }

  private asks(ctx: SuppliedContext): readonly Act[] {
    this.asked = true;
    ctx.setTimer('wait', timeout(ctx));
    return [COORDINATOR, ...ctx.group].filter((one) => one !== ctx.self).map((one) => send(one, 'DECISION_REQUEST'));
  }
}

/** Whether its local work turned out so that it can commit. */
export function isAble(ctx: SuppliedContext): boolean {
  return fieldOf(ctx.config, 'vote') !== 'abort';
}

/** Simulated milliseconds that it waits. */
export function timeout(ctx: SuppliedContext): number {
  return Number(fieldOf(ctx.config, 'timeout') ?? 0);
}
