// HOSTILE failed 0: messages to what is no name.
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
    for (const to of [undefined, null, 0, {}, [], ['p2'], Symbol('p2'), new String('p2')]) {
      try {
        ctx.send(to, request);
        throw 'sent';
      } catch (error) {
        if (error === 'sent') throw error;
      }
    }
    ctx.send('__proto__', request);
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
