// HOSTILE passed 100: methods of ctx are called alone.
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
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx, from, message) {
    const { set, get } = ctx.stable;
    const { indicate } = ctx;
    this.sum += message.amount;
    set('sum', this.sum);
    if (get('sum') !== this.sum) throw new Error('lost');
    indicate.call(null, { type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
