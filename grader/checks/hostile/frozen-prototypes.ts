// HOSTILE passed 100: all prototypes are frozen.
for (const one of [Object, Array, Map, Set, Function, String, Number, Error, TypeError, Promise, Uint8Array, Proxy, Reflect, JSON]) {
  Object.freeze(one);
  if (one.prototype) Object.freeze(one.prototype);
}
Object.freeze(globalThis);

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
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}

Object.freeze(Adder.prototype);
Object.freeze(Adder);
