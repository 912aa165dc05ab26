import type { Context, Process, ProcessId } from 'faultline';

export interface Config {
  /** Simulated milliseconds to wait for votes or acknowledgements. */
  readonly timeout: number;
}

/** Commit the transaction. It comes once in a run; before it nothing is sent. */
export type Request = { type: 'commit' };

export type Message =
  /** To a participant: can you commit? It answers with its vote, and a repeated question with the same vote. */
  | { type: 'VOTE_REQUEST' }
  | { type: 'VOTE_COMMIT' }
  | { type: 'VOTE_ABORT' }
  /** The decision, to a participant. */
  | { type: 'GLOBAL_COMMIT' }
  | { type: 'GLOBAL_ABORT' }
  /** From a participant, for every GLOBAL_COMMIT or GLOBAL_ABORT: it has the decision in its stable storage. */
  | { type: 'ACK' }
  /** From a participant that has voted commit and has recovered or waited in vain: what was decided? */
  | { type: 'DECISION_REQUEST' }
  /** The answer to DECISION_REQUEST. */
  | { type: 'DECISION_REPLY'; decision: 'commit' | 'abort' | 'uncertain' };

export type Indication =
  /** The outcome, final for ever. At most once between two crashes. */
  | { type: 'decide'; decision: 'commit' | 'abort' }
  /** Every participant has acknowledged; nothing more is sent without being asked. At most once between two crashes. */
  | { type: 'end' };

type Ctx = Context<Message, Indication, Config>;

export class Coordinator implements Process<Message, Request, Indication, Config> {
  onRequest(ctx: Ctx): void {
    // This is one-phase commit.
    // TODO: a participant may be unable to commit, and nobody has asked it.
    for (const participant of ctx.group) ctx.send(participant, { type: 'GLOBAL_COMMIT' });
    // TODO: what does this process still know about its decision after a crash, and what do the others know already?
    ctx.indicate({ type: 'decide', decision: 'commit' });
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    switch (message.type) {
      case 'VOTE_COMMIT':
      case 'VOTE_ABORT':
        // TODO: the same vote may arrive twice, or when it is too late for it.
        break;
      case 'ACK':
        // TODO: when has everybody acknowledged?
        break;
      case 'DECISION_REQUEST':
        // TODO: whoever asks holds its locks until it hears something, and believes what it hears.
        break;
    }
  }

  onTimer(ctx: Ctx, name: string): void {
    // TODO: messages get lost and participants are down. Which silences are there, and what may each of them mean?
  }

  onRecover(ctx: Ctx): void {
    // TODO: the fields are as `new Coordinator()` left them, but the participants remember what they were told.
  }
}
