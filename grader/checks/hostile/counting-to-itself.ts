// HOSTILE failed any: a process sends itself a number that grows without end.
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
    ctx.send('p2', { type: 'ADD', amount: 0, count: 0 });
  }

  onMessage(ctx, from, message) {
    this.sum += message.amount;
    if (message.count !== undefined) return ctx.send(ctx.self, { ...message, count: message.count + 1 });
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
