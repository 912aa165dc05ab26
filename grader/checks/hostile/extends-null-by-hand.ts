// HOSTILE passed 100: the class extends null and makes its own object.
export class Adder extends null {
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
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  constructor() {
    return Object.assign(Object.create(Adder.prototype), { sum: 0 });
  }
}
