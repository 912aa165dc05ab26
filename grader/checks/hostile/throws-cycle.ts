// HOSTILE failed 0: cycle is thrown.
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
    throw (() => {
      const one = {};
      one.one = one;
      return one;
    })();
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
