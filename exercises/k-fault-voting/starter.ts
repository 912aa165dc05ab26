import type { Context, Process, ProcessId } from 'faultline';

export interface Config {
  readonly k: number;
  /** Simulated milliseconds after which a call is given up. */
  readonly timeout: number;
}

export type Request = { type: 'call'; op: string };

export type Message =
  | { type: 'REQUEST'; id: number; op: string }
  /** `replica` is what the sender says it is called; only `from` is certain. */
  | { type: 'REPLY'; id: number; replica: ProcessId; value: number };

/** Exactly one for each call. */
export type Indication =
  | { type: 'result'; value: number }
  /** Too few equal answers arrived in time. Only when the timer has gone off. */
  | { type: 'unknown' };

type Model = 'silent' | 'byzantine-voting' | 'crash-consensus' | 'byzantine-agreement';

/** The least number of replicas that tolerates k faulty ones. */
export function replicasNeeded(k: number, model: Model): number {
  // TODO: one sound replica more is enough only if the faulty ones say nothing.
  return k + 1;
}

export class VotingClient implements Process<Message, Request, Indication, Config> {
  onRequest(ctx: Context<Message, Indication, Config>, request: Request): void {
    // TODO: replies to this call can still be on their way when the next one is made.
    // TODO: replicas that stay silent would keep the application waiting for ever.
    for (const replica of ctx.group) ctx.send(replica, { type: 'REQUEST', id: 1, op: request.op });
  }

  onMessage(ctx: Context<Message, Indication, Config>, from: ProcessId, message: Message): void {
    // TODO: whoever is fastest may lie, say it again, and call itself by any name.
    if (message.type === 'REPLY') ctx.indicate({ type: 'result', value: message.value });
  }

  onTimer(ctx: Context<Message, Indication, Config>, name: string): void {}
}
