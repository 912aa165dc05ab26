// HOSTILE error 0: the export is another class later on.
class Own {
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

class Later extends Own {
  onMessage(ctx, from, message) {
    ctx.indicate({ type: 'SUM', sum: 0 });
    super.onMessage(ctx, from, message);
  }
}
let made = 0;
export let Adder = class extends Own {
  constructor() {
    super();
    made += 1;
    if (made > 3) Adder = Later;
  }
};
