// HOSTILE error 0: the constructor gives the same object each time, with all that it can hide.
const shared = {};
let handlers;

export class Adder {
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
    Object.setPrototypeOf(shared, Adder.prototype);
    shared.sum ??= 0;
    return shared;
  }
}
