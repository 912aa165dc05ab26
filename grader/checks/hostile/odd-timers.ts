// HOSTILE passed 100: timers with odd names and delays.
export class Adder {
  sum = 0;

  onStart(ctx) {
    for (const name of ['', ' ', '\u0000', '\u001b[2J', '\ud800', '__proto__', 'x'.repeat(10_000), '\u202e']) ctx.setTimer(name, -1e300);
    ctx.cancelTimer('never set');
    ctx.setTimer('report', 0.1);
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
