// HOSTILE failed any: one message goes back and forth for ever.
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
    ctx.send('p2', { type: 'PING', amount: 0 });
  }

  onMessage(ctx, from, message) {
    if (message.type === 'PING') return ctx.send(from, message);
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
