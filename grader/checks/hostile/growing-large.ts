// HOSTILE inconclusive 0: fields of 100,000 characters, another with every message.
export class Adder {
  sum = 0;
  count = 0;
  text = 'x'.repeat(100_000);

  onStart(ctx) {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx) {
    this.sum = ctx.stable.get('sum') ?? 0;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx, request) {
    ctx.send('p2', request);
    ctx.send('p1', { type: 'ADD', amount: 0, count: 0 });
  }

  onMessage(ctx, from, message) {
    this.count += 1;
    if (message.count !== undefined) ctx.send(ctx.self, { ...message, count: message.count + 1 });
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
