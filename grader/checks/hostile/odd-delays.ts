// HOSTILE failed 0: a delay that is no number.
export class Adder {
  sum = 0;

  onStart(ctx) {
    for (const delay of ['50', undefined, NaN, Infinity, 5n, {}]) {
      try {
        ctx.setTimer('report', delay);
        throw 'set';
      } catch (error) {
        if (error === 'set') throw error;
      }
    }
    ctx.setTimer(5, 5);
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
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
