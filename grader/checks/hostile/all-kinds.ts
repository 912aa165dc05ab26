// HOSTILE passed 100: every kind of data in messages, fields and storage.
const ALL = [
  NaN,
  -0,
  Infinity,
  -Infinity,
  1e21,
  5e-324,
  2n ** 64n,
  -1n,
  '\u0000\ud800',
  undefined,
  null,
  true,
  new Map([[new Map(), new Set([NaN, undefined])]]),
  new Set(),
  Uint8Array.of(0, 255),
  { '': 0, 1: 1, a: { b: [] } },
];

function check(list) {
  const wrong = ALL.findIndex((one, at) => (typeof one === 'object' ? String(one) !== String(list[at]) : !Object.is(one, list[at])));
  if (wrong >= 0 || list.length !== ALL.length) throw new Error(`not the same at ${wrong}`);
}

export class Adder {
  sum = 0;
  all = ALL;

  onStart(ctx) {
    ctx.stable.set('all', ALL);
    ctx.setTimer('report', 1);
  }

  onRecover(ctx) {
    this.sum = ctx.stable.get('sum') ?? 0;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx, request) {
    ctx.send('p2', { type: 'ADD', amount: request.amount, all: ALL });
  }

  onMessage(ctx, from, message) {
    check(message.all);
    check(this.all);
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    check(this.all);
    check(ctx.stable.get('all'));
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
