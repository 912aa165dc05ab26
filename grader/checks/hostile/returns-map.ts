// HOSTILE failed 0: the class extends Map, and keeps its sum there.
export class Adder extends Map {
  onStart(ctx) {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx) {
    ctx.indicate({ type: 'SUM', sum: this.get('sum') ?? 0 });
  }

  onRequest(ctx, request) {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx, from, message) {
    this.set('sum', (this.get('sum') ?? 0) + message.amount);
    ctx.indicate({ type: 'SUM', sum: this.get('sum') });
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.get('sum') ?? 0 });
  }
}
