// HOSTILE failed 0: an instance of a class is sent: it arrives as its data, without the class.
class Addition {
  type = 'ADD';
  constructor(amount) {
    this.amount = amount;
  }
  get twice() {
    return 2 * this.amount;
  }
}

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
    ctx.send('p2', new Addition(request.amount));
  }

  onMessage(ctx, from, message) {
    this.sum += message.twice / 2;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
