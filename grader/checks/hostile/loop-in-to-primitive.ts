// HOSTILE failed 0: Symbol.toPrimitive of what is given for a process never ends.
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
    ctx.send(
      {
        [Symbol.toPrimitive]() {
          for (;;);
        },
      },
      request,
    );
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
