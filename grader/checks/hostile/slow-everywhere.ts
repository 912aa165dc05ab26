// HOSTILE inconclusive 0: every call uses nearly all operations that it may, until the grading has none left.
export class Adder {
  sum = 0;
  turns = 0;

  onStart(ctx) {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx) {
    this.sum = ctx.stable.get('sum') ?? 0;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx, request) {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx, from, message) {
    for (let turn = 0; turn < 1_500_000; turn += 1) this.sum += 0;
    this.sum += message.amount + (this.turns += 1) * 0;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    for (let turn = 0; turn < 1_500_000; turn += 1) this.turns += 1;
    ctx.send(ctx.self, { type: 'ADD', amount: 0, turns: this.turns });
    ctx.setTimer('report', 1);
  }
}
