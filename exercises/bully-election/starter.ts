import type { Context, Process, ProcessId } from 'faultline';

export interface Config {
  /** Simulated milliseconds to wait for an OK. Wait longer, say twice this, for the COORDINATOR that must follow an OK. */
  readonly timeout: number;
}

/** The coordinator does not answer, or there is none. */
export type Request = { type: 'elect' };

export type Message =
  /** To every higher process. */
  | { type: 'ELECTION' }
  /** To whoever sent ELECTION. */
  | { type: 'OK' }
  /** From the winner to every lower process. */
  | { type: 'COORDINATOR' };

export type Indication = { type: 'leader'; process: ProcessId };

type Ctx = Context<Message, Indication, Config>;

export class BullyProcess implements Process<Message, Request, Indication, Config> {
  onRecover(ctx: Ctx): void {
    // TODO: the others may have chosen somebody else while this process was down, and nobody will tell it.
  }

  onRequest(ctx: Ctx, request: Request): void {
    // TODO: a higher process may be alive, or all of them may be down. And an election may be under way here already.
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    switch (message.type) {
      case 'ELECTION':
        // TODO: whoever asks waits for an answer, and relies on what an OK promises.
        break;
      case 'OK':
        // TODO: whoever sent this is alive. It may not be for long.
        break;
      case 'COORDINATOR':
        // TODO: an election may be under way here.
        ctx.indicate({ type: 'leader', process: from });
        break;
    }
  }

  onTimer(ctx: Ctx, name: string): void {
    // TODO: silence means that a process is down. Which one was to speak?
  }
}
