// HOSTILE failed any: a list in a field grows with every message, and messages go round for ever.
export class Adder {
  sum = 0;
  list = [];

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
    this.list.push(message);
    if (ctx.self === 'p2') ctx.indicate({ type: 'SUM', sum: Math.min(3, (this.sum += message.amount)) });
    ctx.send(from, { type: 'ADD', amount: 0 });
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
