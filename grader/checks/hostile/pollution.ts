// HOSTILE passed 100: setters and getters of its own on the prototype of objects.
for (const key of [
  'sum',
  'kind',
  'effects',
  'get',
  'set',
  'value',
  'enumerable',
  'amount',
  'a',
  'o',
  'ended',
  'what',
  'changed',
  'self',
  'known',
  'tag',
  'texts',
  'values',
  'up',
  'at',
  'of',
  'depth',
  'chars',
  'isFrozen',
  'groupText',
  'configText',
  '0',
  '1',
  '2',
])
  Object.defineProperty(Object.prototype, key, { __proto__: null, configurable: true, get: () => 'forged', set() {} });

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
