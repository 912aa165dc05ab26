// HOSTILE failed 0: handlers are arrow functions in fields.
export class Adder {
  sum = 0;
  onMessage = (ctx, from, message) => {
    this.sum += message.amount;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  };

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

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
