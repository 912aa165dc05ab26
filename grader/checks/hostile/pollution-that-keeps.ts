// HOSTILE error 0: a setter on the prototype of objects keeps what is put into a field.
let kept = 0;
Object.defineProperty(Object.prototype, 'total', {
  configurable: true,
  get: () => kept,
  set(value) {
    kept = value;
  },
});

export class Adder {
  sum = 0;

  onStart(ctx) {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx) {
    ctx.indicate({ type: 'SUM', sum: this.total });
  }

  onRequest(ctx, request) {
    for (const member of ctx.group) if (member !== ctx.self) ctx.send(member, request);
  }

  onMessage(ctx, from, message) {
    this.total += message.amount;
    ctx.indicate({ type: 'SUM', sum: this.total });
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.total });
  }
}
