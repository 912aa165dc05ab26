// HOSTILE passed 100: what storage hands out is changed; storage is not.
export class Adder {
  sum = 0;

  onStart(ctx) {
    ctx.stable.set('list', [{ amounts: [] }]);
    ctx.stable.get('list')[0].amounts.push(1);
    ctx.stable.get('list').length = 0;
    ctx.setTimer('report', 1);
  }

  onRecover(ctx) {
    this.sum = ctx.stable.get('sum') ?? 0;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx, request) {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx, from, message) {
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    const [first] = ctx.stable.get('list');
    if (first.amounts.length > 0) throw new Error('changed');
    ctx.stable.keys().length = 0;
    if (ctx.stable.keys().length === 0) throw new Error('changed');
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
