// How it differs: no fields but the one for diagrams; each handler reads the log, so a recovery has nothing to restore; one timer does for all, and asks for ever.
import type { Context, ProcessId } from 'faultline';

type Outcome = 'commit' | 'abort';
type Message =
  | { type: 'VOTE_REQUEST' | 'VOTE_COMMIT' | 'VOTE_ABORT' | 'GLOBAL_COMMIT' | 'GLOBAL_ABORT' | 'ACK' | 'DECISION_REQUEST' }
  | { type: 'DECISION_REPLY'; decision: Outcome | 'uncertain' };
type Ctx = Context<Message, { type: 'decide'; decision: Outcome } | { type: 'blocked' }, { vote: Outcome; timeout: number }>;

const log = (ctx: Ctx) => ctx.stable.get('log') as Outcome | 'prepared' | undefined;

function settle(ctx: Ctx, decision: Outcome) {
  if (log(ctx) === 'commit' || log(ctx) === 'abort') return;
  ctx.stable.set('log', decision);
  ctx.indicate({ type: 'decide', decision });
}

export class Participant {
  onStart(ctx: Ctx) {
    ctx.setTimer('t', ctx.config.timeout);
  }

  onRecover(ctx: Ctx) {
    const found = log(ctx);
    if (found === 'commit' || found === 'abort') ctx.indicate({ type: 'decide', decision: found });
    else this.onTimer(ctx);
  }

  onTimer(ctx: Ctx) {
    if (log(ctx) === undefined) settle(ctx, 'abort');
    if (log(ctx) !== 'prepared') return;
    // Whoever asks has not been answered yet; that is all that "blocked" says, so it is said with each question.
    for (const to of ['coordinator', ...ctx.group].filter((id) => id !== ctx.self)) ctx.send(to, { type: 'DECISION_REQUEST' });
    ctx.indicate({ type: 'blocked' });
    ctx.setTimer('t', ctx.config.timeout);
  }

  onMessage(ctx: Ctx, from: ProcessId, m: Message) {
    if (m.type === 'VOTE_REQUEST' && log(ctx) === undefined) {
      if (ctx.config.vote === 'commit') ctx.stable.set('log', 'prepared');
      else settle(ctx, 'abort');
      ctx.send(from, { type: ctx.config.vote === 'commit' ? 'VOTE_COMMIT' : 'VOTE_ABORT' });
      ctx.setTimer('t', ctx.config.timeout);
    } else if (m.type === 'GLOBAL_COMMIT' || m.type === 'GLOBAL_ABORT') {
      settle(ctx, m.type === 'GLOBAL_COMMIT' ? 'commit' : 'abort');
      ctx.send(from, { type: 'ACK' });
    } else if (m.type === 'DECISION_REPLY' && m.decision !== 'uncertain') {
      settle(ctx, m.decision);
    } else if (m.type === 'DECISION_REQUEST') {
      if (log(ctx) === undefined) settle(ctx, 'abort');
      const known = log(ctx);
      ctx.send(from, { type: 'DECISION_REPLY', decision: known === 'commit' || known === 'abort' ? known : 'uncertain' });
    }
  }
}
