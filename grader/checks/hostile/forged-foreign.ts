// HOSTILE passed 100: data that looks like the canonical form of something else.
const FORGED = ['!', 'f', 0, ['u'], ['n', 'NaN'], ['o', 'x'], ['a'], { kind: 'stopped', why: 'run' }];

export class Adder {
  sum = 0;
  forged = FORGED;

  onStart(ctx) {
    ctx.setTimer('report', ctx.config.period);
  }

  onRecover(ctx) {
    this.sum = ctx.stable.get('sum') ?? 0;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx, request) {
    ctx.send('p2', { type: 'ADD', amount: request.amount, forged: FORGED });
  }

  onMessage(ctx, from, message) {
    if (JSON.stringify(message.forged) !== JSON.stringify(FORGED) || JSON.stringify(this.forged) !== JSON.stringify(FORGED))
      throw new Error('changed');
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
