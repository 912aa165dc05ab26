// How it differs: one record is its log, which also says that the application has been told, so that a recovery does not say it again; questions and pauses take turns.
import type { Context, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Ctx = Context<Message, { type: 'decide'; decision: Decision } | { type: 'blocked' }, { vote: Decision; timeout: number }>;
interface Log {
  readonly vote?: 'commit';
  readonly decision?: Decision;
  readonly told?: true;
}

export class Participant {
  log: Log = {};
  silence = 0;

  onStart(ctx: Ctx) {
    this.wait(ctx);
  }

  onRecover(ctx: Ctx) {
    this.log = (ctx.stable.get('log') ?? {}) as Log;
    if (this.log.decision) this.tell(ctx);
    else this.onTimer(ctx);
  }

  onTimer(ctx: Ctx) {
    if (this.log.decision) return;
    if (!this.log.vote) return this.decide(ctx, 'abort');
    if (this.silence === 1) ctx.indicate({ type: 'blocked' });
    // In turns: now a question, now a pause.
    this.silence = 1 - this.silence;
    if (this.silence === 1) for (const to of [...ctx.group, 'coordinator']) if (to !== ctx.self) ctx.send(to, { type: 'DECISION_REQUEST' });
    this.wait(ctx);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    const heard = decisionOf(message);
    if (heard) this.decide(ctx, heard);
    if (message.type.startsWith('GLOBAL')) ctx.send('coordinator', { type: 'ACK' });
    if (message.type === 'VOTE_REQUEST' && !this.log.decision) {
      if (ctx.config.vote === 'commit') this.append(ctx, { vote: 'commit' });
      else this.decide(ctx, 'abort');
      ctx.send(from, { type: this.log.decision ? 'VOTE_ABORT' : 'VOTE_COMMIT' });
      this.wait(ctx);
    }
    if (message.type === 'DECISION_REQUEST') {
      if (!this.log.vote) this.decide(ctx, 'abort');
      ctx.send(from, { type: 'DECISION_REPLY', decision: this.log.decision ?? 'uncertain' });
    }
  }

  private decide(ctx: Ctx, decision: Decision) {
    if (this.log.decision) return;
    this.append(ctx, { decision });
    this.tell(ctx);
  }

  private tell(ctx: Ctx) {
    if (this.log.told) return;
    ctx.indicate({ type: 'decide', decision: this.log.decision! });
    this.append(ctx, { told: true });
  }

  private append(ctx: Ctx, record: Log) {
    this.log = { ...this.log, ...record };
    ctx.stable.set('log', { ...this.log });
  }

  private wait(ctx: Ctx) {
    ctx.setTimer('wait', ctx.config.timeout);
  }
}

function decisionOf(message: Message): Decision | undefined {
  if (message.type === 'GLOBAL_COMMIT') return 'commit';
  if (message.type === 'GLOBAL_ABORT') return 'abort';
  return message.type === 'DECISION_REPLY' && message.decision !== 'uncertain' ? message.decision : undefined;
}
