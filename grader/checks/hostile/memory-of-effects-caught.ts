// HOSTILE failed 0: as many, and whatever is thrown is caught.
const text = 'x'.repeat(999_990);

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
    if (ctx.self !== 'p2') return;
    for (let count = 0; count < 1000; count += 1) {
      try {
        ctx.send('p1', text.slice(count));
      } catch {}
    }
  }

  onTimer(ctx, name) {
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
