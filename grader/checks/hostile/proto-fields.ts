// HOSTILE passed 100: fields, messages and storage with names that objects have of their own.
export class Adder {
  sum = 0;
  ['__proto__'] = 1;
  ['constructor'] = 2;
  toString = 3;
  hasOwnProperty = 4;
  length = 5;
  ['prototype'] = 6;
  toJSON = 7;
  then = 8;

  onStart(ctx) {
    if (this.__proto__ !== 1 || this.toJSON !== 7) throw new Error('not its own');
    ctx.setTimer('__proto__', 1);
    ctx.stable.set('__proto__', { ['__proto__']: 1, constructor: 2 });
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
    const kept = ctx.stable.get('__proto__');
    if (!Object.hasOwn(kept, '__proto__') || this.__proto__ !== 1 || this.constructor !== 2) throw new Error('lost');
    ctx.indicate({ type: 'SUM', sum: this.sum, ['__proto__']: 'x', toString: 1 });
  }
}
