// HOSTILE inconclusive 0: storage grows by 900,000 characters with every message.
export class Adder {
  sum = 0;

  onStart(ctx) {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx) {
    this.sum = ctx.stable.get('sum') ?? 0;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx, request) {
    ctx.send('p2', request);
    ctx.send('p1', { type: 'ADD', amount: 0 });
  }

  onMessage(ctx, from, message) {
    ctx.stable.set(`key ${ctx.stable.keys().length}`, 'x'.repeat(900_000));
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    ctx.send('p1', { type: 'ADD', amount: 0 });
    ctx.setTimer('report', 1);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
