// How it differs: indicates before it logs, and again after a recovery; a list of records is the log; whoever must vote abort aborts at once; acknowledges by way of a message to itself.
import type { Context, ProcessId } from 'faultline';

type Decision = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Decision | 'uncertain' };
type Ctx = Context<Message, { type: 'decide'; decision: Decision } | { type: 'blocked' }, { vote: Decision; timeout: number }>;

export class Participant {
  records: readonly string[] = [];

  onStart(ctx: Ctx) {
    if (ctx.config.vote === 'abort') this.decide(ctx, 'abort');
    else ctx.setTimer('silence', ctx.config.timeout);
  }

  onRecover(ctx: Ctx) {
    const records = ctx.stable.get('records');
    this.records = Array.isArray(records) ? records.map(String) : [];
    const known = this.outcome;
    if (known !== undefined) ctx.indicate({ type: 'decide', decision: known });
    else this.onTimer(ctx, 'silence');
  }

  onTimer(ctx: Ctx, name: string) {
    if (this.records.length === 0) {
      this.decide(ctx, 'abort');
    } else {
      if (name === 'in vain') ctx.indicate({ type: 'blocked' });
      for (const one of ctx.group) if (one !== ctx.self) ctx.send(one, { type: 'DECISION_REQUEST' });
      ctx.send('coordinator', { type: 'DECISION_REQUEST' });
      ctx.setTimer('in vain', ctx.config.timeout);
    }
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message) {
    if (message.type === 'VOTE_REQUEST' && this.records.length === 0) {
      this.write(ctx, 'prepared');
      ctx.setTimer('silence', ctx.config.timeout);
      ctx.send(from, { type: 'VOTE_COMMIT' });
    } else if (message.type === 'VOTE_REQUEST') {
      ctx.send(from, { type: 'VOTE_ABORT' });
    }
    if (message.type === 'GLOBAL_COMMIT' || message.type === 'GLOBAL_ABORT') {
      this.decide(ctx, message.type === 'GLOBAL_COMMIT' ? 'commit' : 'abort');
      ctx.send(ctx.self, { type: 'ACK' });
    }
    if (message.type === 'ACK') ctx.send('coordinator', { type: 'ACK' });
    if (message.type === 'DECISION_REQUEST') {
      if (this.records.length === 0) this.decide(ctx, 'abort');
      ctx.send(from, { type: 'DECISION_REPLY', decision: this.outcome ?? 'uncertain' });
    }
    if (message.type === 'DECISION_REPLY' && message.decision !== 'uncertain') this.decide(ctx, message.decision);
  }

  private get outcome(): Decision | undefined {
    const last = this.records.at(-1);
    return last === 'commit' || last === 'abort' ? last : undefined;
  }

  private decide(ctx: Ctx, decision: Decision) {
    if (this.outcome !== undefined) return;
    ctx.indicate({ type: 'decide', decision });
    this.write(ctx, decision);
    ctx.cancelTimer('silence');
    ctx.cancelTimer('in vain');
  }

  private write(ctx: Ctx, record: string) {
    this.records = [...this.records, record];
    ctx.stable.set('records', this.records);
  }
}
