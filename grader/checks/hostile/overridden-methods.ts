// HOSTILE passed 100: the methods of the built-in prototypes are replaced.
const forged = () => {
  throw new Error('forged');
};
// What this needs itself, before it is gone.
const { getOwnPropertyNames, getOwnPropertyDescriptor, defineProperty } = Object;
for (const one of [Map, Set, Array, String, Number, BigInt, WeakMap, Promise, Function])
  for (const name of getOwnPropertyNames(one.prototype)) {
    if (name === 'constructor' || name === 'length' || name === 'name') continue;
    if (one.prototype[Symbol.iterator] === getOwnPropertyDescriptor(one.prototype, name).value) continue;
    try {
      defineProperty(one.prototype, name, { configurable: true, value: forged });
    } catch {}
  }
for (const one of [Object, Reflect, JSON, Array])
  for (const name of getOwnPropertyNames(one)) if (typeof one[name] === 'function') one[name] = forged;

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
