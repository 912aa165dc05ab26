/**
 * The supplied participant of two-phase commit, as the contracts of commit-participant and commit-coordinator say.
 *
 * Its log is two keys: `vote`, once it has voted, and `decision`. All that it knows is there and none of it in fields, so a crash costs it nothing but
 * its timer. What the contracts leave open is settled so: it asks the coordinator for the decision and nobody else, it aborts when it recovers without
 * having voted, and what it says to its first VOTE_REQUEST after it has aborted alone stands in its config.
 */
import type { Data } from '../../grader/base/data.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import type { Supplied, SuppliedContext } from '../../grader/sim/supplied.ts';
import { decisionIn, typeOf, type Decision } from './said.ts';

export interface ParticipantConfig {
  /** How its local work turned out. */
  readonly vote: Decision;
  /** Whether it may abort alone while nobody has asked it for its vote. */
  readonly alone: boolean;
  /** Whether it says VOTE_ABORT when it is asked after it has aborted alone. Else it says nothing. */
  readonly explains: boolean;
  /** Simulated milliseconds until it aborts alone or asks for the decision. */
  readonly timeout: number;
}

export class Participant implements Supplied {
  onStart(ctx: SuppliedContext): void {
    if (settings(ctx).alone) ctx.setTimer('wait', settings(ctx).timeout);
  }

  onRecover(ctx: SuppliedContext): void {
    const decision = decided(ctx);
    // Perhaps it crashed before it could say so.
    if (decision) ctx.indicate({ type: 'decide', decision });
    else if (isReady(ctx)) ask(ctx);
    else decide(ctx, 'abort');
  }

  onMessage(ctx: SuppliedContext, from: string, message: Data): void {
    switch (typeOf(message)) {
      case 'VOTE_REQUEST':
        castVote(ctx, from);
        break;
      case 'GLOBAL_COMMIT':
      case 'GLOBAL_ABORT':
        if (!decided(ctx)) decide(ctx, outcome(ctx, typeOf(message) === 'GLOBAL_COMMIT' ? 'commit' : 'abort'));
        ctx.send(from, { type: 'ACK' });
        break;
      case 'DECISION_REPLY': {
        const decision = decisionIn(message);
        if (decision && isReady(ctx)) decide(ctx, decision);
        break;
      }
      case 'DECISION_REQUEST':
        if (!isReady(ctx) && !decided(ctx)) decide(ctx, 'abort');
        ctx.send(from, { type: 'DECISION_REPLY', decision: decided(ctx) ?? 'uncertain' });
        break;
    }
  }

  onTimer(ctx: SuppliedContext): void {
    if (isReady(ctx)) ask(ctx);
    else decide(ctx, 'abort');
  }
}

/** Whether it records by this event that it votes commit. The coordinator's own keys may have any name. */
export function hasPromised(event: RunEvent): boolean {
  return event.kind === 'store' && event.process !== 'coordinator' && event.key === 'vote' && event.value === 'commit';
}

function castVote(ctx: SuppliedContext, coordinator: string): void {
  const voted = ctx.stable.get('vote');
  if (voted !== undefined) {
    ctx.send(coordinator, { type: voted === 'commit' ? 'VOTE_COMMIT' : 'VOTE_ABORT' });
  } else if (decided(ctx)) {
    if (settings(ctx).explains) ctx.send(coordinator, { type: 'VOTE_ABORT' });
  } else if (settings(ctx).vote === 'abort') {
    // One record for both: whoever votes abort has decided.
    ctx.stable.set('vote', 'abort');
    ctx.send(coordinator, { type: 'VOTE_ABORT' });
    ctx.cancelTimer('wait');
    ctx.indicate({ type: 'decide', decision: 'abort' });
  } else {
    ctx.stable.set('vote', 'commit');
    ctx.send(coordinator, { type: 'VOTE_COMMIT' });
    ctx.setTimer('wait', settings(ctx).timeout);
  }
}

/** A participant that never promised to commit, and cannot, aborts whatever it is told. */
function outcome(ctx: SuppliedContext, told: Decision): Decision {
  return isReady(ctx) ? told : settings(ctx).vote === 'abort' ? 'abort' : told;
}

function decide(ctx: SuppliedContext, decision: Decision): void {
  ctx.stable.set('decision', decision);
  ctx.cancelTimer('wait');
  ctx.indicate({ type: 'decide', decision });
}

function ask(ctx: SuppliedContext): void {
  ctx.send('coordinator', { type: 'DECISION_REQUEST' });
  ctx.setTimer('wait', settings(ctx).timeout);
}

function decided(ctx: SuppliedContext): Decision | undefined {
  const decision = ctx.stable.get('decision');
  if (decision === 'commit' || decision === 'abort') return decision;
  return ctx.stable.get('vote') === 'abort' ? 'abort' : undefined;
}

function isReady(ctx: SuppliedContext): boolean {
  return ctx.stable.get('vote') === 'commit' && !decided(ctx);
}

function settings(ctx: SuppliedContext): ParticipantConfig {
  const { vote, alone, explains, timeout } = Object.fromEntries(Object.entries(ctx.config ?? {}));
  return { vote: vote === 'abort' ? 'abort' : 'commit', alone: alone === true, explains: explains === true, timeout: Number(timeout) };
}
