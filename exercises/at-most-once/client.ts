/** The clients of this exercise: correct, patient, and never content without an answer. */
import type { Data } from '../../grader/base/data.ts';
import type { Supplied, SuppliedClass, SuppliedContext } from '../../grader/sim/supplied.ts';
import { readReply, type Operation } from './request.ts';

export interface Behaviour {
  /** What it asks for, in the order of its numbers. */
  readonly operations: readonly Operation[];
  /** How many requests it has unanswered at most. */
  readonly outstanding: number;
  /** Requests from the first that do not count among these: the others overtake them. In all there are 4 at most, says the contract. */
  readonly beside?: number;
  /** Whether a timer makes it repeat requests before faults stop. Once they have, it repeats them in every round, as every client does. */
  readonly retries?: boolean;
  /**
   * How many requests it makes before faults stop. All unless given. The arrivals of the others then have a fixed order, so there is one run for each
   * such order, however many they are and whatever else a server has in flight meanwhile.
   */
  readonly early?: number;
}

/** Simulated milliseconds. Longer than a server's own timers, which must not wait for this one once faults stop. */
const RETRY_MS = 60_000;

/** Requests that a client makes in one round once faults have stopped: few enough that a server may send ten messages for each. */
const REQUESTS_PER_ROUND = 50;

export function clientOf({ operations, outstanding, beside = 0, retries = false, early = Infinity }: Behaviour): SuppliedClass {
  return class Client implements Supplied {
    /** The number of the last request. */
    private sent = 0;
    /** The numbers not answered, in their order. */
    private open: readonly number[] = [];
    /** How many requests it may still make before faults stop, or in this round. */
    private left = early;

    onStart(ctx: SuppliedContext): void {
      this.ask(ctx);
      if (retries) ctx.setTimer('retry', RETRY_MS);
    }

    onMessage(ctx: SuppliedContext, _from: string, message: Data): void {
      const reply = readReply(message);
      if (!reply || !this.open.includes(reply.seq)) return;
      this.open = this.open.filter((seq) => seq !== reply.seq);
      this.ask(ctx);
      if (retries && this.open.length === 0) ctx.cancelTimer('retry');
    }

    onTimer(ctx: SuppliedContext): void {
      this.repeat(ctx);
      ctx.setTimer('retry', RETRY_MS);
    }

    onRound(ctx: SuppliedContext): void {
      this.repeat(ctx);
      if (early === Infinity) return;
      this.left = REQUESTS_PER_ROUND;
      this.ask(ctx);
    }

    private ask(ctx: SuppliedContext): void {
      while (this.left > 0 && this.sent < operations.length && this.open.filter((seq) => seq > beside).length < outstanding) {
        this.left -= 1;
        this.sent += 1;
        this.open = [...this.open, this.sent];
        this.send(ctx, this.sent);
      }
    }

    private repeat(ctx: SuppliedContext): void {
      for (const seq of this.open) this.send(ctx, seq);
    }

    private send(ctx: SuppliedContext, seq: number): void {
      // All below the lowest open number are answered.
      const ackUpTo = (this.open[0] ?? seq) - 1;
      ctx.send('server', { type: 'REQUEST', seq, ackUpTo, op: operations[seq - 1] });
    }
  };
}
