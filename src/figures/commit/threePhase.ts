/**
 * Three-phase commit for processes that fail by stopping, with the termination rules by which the survivors decide. Source: Skeen, "Nonblocking
 * Commit Protocols", SIGMOD 1981; the rules as in Bernstein, Hadzilacos and Goodman, 1987, chapter 7.
 *
 * Who does not answer in time is taken to have crashed. Where timers are patient that is true: time passes only while no message is in flight. Participants lead
 * one after another, in the order of their timeouts. Nobody recovers here.
 */
import type { Data } from '../../../grader/base/data.ts';
import type { SuppliedContext } from '../../../grader/sim/supplied.ts';
import { decide, decisionOf, fieldOf, log, send, Stepwise, type Act, type Decision } from './stepwise.ts';
import { isAble, timeout } from './twoPhase.ts';

/** Simulated milliseconds: shorter than any participant's patience with a leader. */
const ANSWER_MS = 10;

export class ThreePhaseCoordinator extends Stepwise {
  /** Whose vote, or whose READY_COMMIT, is missing. */
  missing: readonly string[] = [];

  protected override starts(ctx: SuppliedContext): readonly Act[] {
    this.missing = ctx.group;
    ctx.setTimer('wait', timeout(ctx));
    return [log('START'), ...toAll(ctx, 'VOTE_REQUEST')];
  }

  protected override recovers(): readonly Act[] {
    return [];
  }

  protected override hears(ctx: SuppliedContext, from: string, type: string): readonly Act[] {
    if (this.state === 'START' && type === 'VOTE_ABORT') return announces(ctx, 'abort');
    const expected = this.state === 'START' ? 'VOTE_COMMIT' : this.state === 'PRECOMMIT' ? 'READY_COMMIT' : '';
    if (type !== expected) return [];
    this.missing = this.missing.filter((one) => one !== from);
    return this.missing.length > 0 ? [] : this.goesOn(ctx);
  }

  /** A missing vote is a vote to abort. A missing READY_COMMIT is a participant that has crashed: the others go on. */
  protected override waitedInVain(ctx: SuppliedContext): readonly Act[] {
    if (this.state === 'START') return announces(ctx, 'abort');
    return this.state === 'PRECOMMIT' ? announces(ctx, 'commit') : [];
  }

  private goesOn(ctx: SuppliedContext): readonly Act[] {
    if (this.state === 'PRECOMMIT') return announces(ctx, 'commit');
    this.missing = ctx.group;
    ctx.setTimer('wait', timeout(ctx));
    return [log('PRECOMMIT'), ...toAll(ctx, 'PREPARE_COMMIT')];
  }
}

export class ThreePhaseParticipant extends Stepwise {
  /** As a leader: collecting states, or waiting until all are in PRECOMMIT. */
  leading: 'no' | 'collects' | 'prepares' = 'no';
  /** The states that were answered to the leader. */
  heard: Readonly<Record<string, string>> = {};

  protected override starts(ctx: SuppliedContext): readonly Act[] {
    ctx.setTimer('wait', timeout(ctx));
    return [];
  }

  protected override recovers(): readonly Act[] {
    return [];
  }

  protected override hears(ctx: SuppliedContext, from: string, type: string, message: Data): readonly Act[] {
    if (type === 'STATE_REQUEST') return this.follows(ctx, [send(from, 'STATE', { state: this.state })]);
    const state = fieldOf(message, 'state');
    if (type === 'STATE' && typeof state === 'string') this.heard = { ...this.heard, [from]: state };
    if (decisionOf(this.state)) return [];
    switch (type) {
      case 'VOTE_REQUEST':
        if (this.state !== 'INIT') return [];
        if (!isAble(ctx)) return [decide('abort'), send(from, 'VOTE_ABORT')];
        return this.follows(ctx, [log('READY'), send(from, 'VOTE_COMMIT')]);
      case 'PREPARE_COMMIT':
        return this.follows(ctx, [...(this.state === 'READY' ? [log('PRECOMMIT')] : []), send(from, 'READY_COMMIT')]);
      case 'GLOBAL_COMMIT':
        return [decide('commit')];
      case 'GLOBAL_ABORT':
        return [decide('abort')];
      default:
        return [];
    }
  }

  protected override waitedInVain(ctx: SuppliedContext): readonly Act[] {
    if (this.state === 'INIT') return [decide('abort')];
    if (this.leading === 'collects') return this.terminates(ctx);
    if (this.leading === 'prepares') return announces(ctx, 'commit');
    this.leading = 'collects';
    this.heard = {};
    ctx.setTimer('wait', ANSWER_MS);
    return toAll(ctx, 'STATE_REQUEST');
  }

  /** Somebody leads: this process waits for it, as long as it waits for anybody. */
  private follows(ctx: SuppliedContext, acts: readonly Act[]): readonly Act[] {
    this.leading = 'no';
    if (!decisionOf(this.state)) ctx.setTimer('wait', timeout(ctx));
    return acts;
  }

  /** The termination rules, over the states of all that answered. */
  private terminates(ctx: SuppliedContext): readonly Act[] {
    const states = [this.state, ...Object.values(this.heard)];
    const rule = terminationRule(states);
    if (rule !== 'prepare') return announces(ctx, rule);
    this.leading = 'prepares';
    ctx.setTimer('wait', ANSWER_MS);
    const behind = Object.keys(this.heard).filter((one) => this.heard[one] === 'READY');
    return [...(this.state === 'READY' ? [log('PRECOMMIT')] : []), ...behind.map((one) => send(one, 'PREPARE_COMMIT'))];
  }
}

/** What the states of all that are up lead to: a decision, or first PRECOMMIT for those that are not there. */
function terminationRule(states: readonly string[]): Decision | 'prepare' {
  if (states.includes('ABORT')) return 'abort';
  if (states.includes('COMMIT')) return 'commit';
  return states.includes('PRECOMMIT') ? 'prepare' : 'abort';
}

function announces(ctx: SuppliedContext, decision: Decision): readonly Act[] {
  return [decide(decision), ...toAll(ctx, decision === 'commit' ? 'GLOBAL_COMMIT' : 'GLOBAL_ABORT')];
}

function toAll(ctx: SuppliedContext, type: string): readonly Act[] {
  return ctx.group.filter((one) => one !== ctx.self).map((one) => send(one, type));
}
