// HOSTILE failed 0: keys that are no strings.
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
    for (const key of [1, undefined, Symbol('x'), {}, null]) {
      if (ctx.stable.get(key) !== undefined) throw new Error('there was something');
      try {
        ctx.stable.set(key, 1);
        throw 'set';
      } catch (error) {
        if (error === 'set') throw error;
      }
    }
    ctx.stable.delete(1);
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
