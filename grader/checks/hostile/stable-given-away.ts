// HOSTILE passed 100: what was stored, sent and indicated is changed afterwards; they are not.
export class Adder {
  sum = 0;

  onStart(ctx) {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx) {
    this.sum = ctx.stable.get('own')?.sum[0] ?? 0;
  }

  onRequest(ctx, request) {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx, from, message) {
    this.sum += message.amount;
    const own = { sum: [this.sum] };
    ctx.stable.set('own', own);
    own.sum[0] = 100;
    const event = { type: 'SUM', sum: ctx.stable.get('own').sum[0] };
    ctx.indicate(event);
    event.sum = 100;
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
