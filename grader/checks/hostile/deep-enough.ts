// HOSTILE passed 100: fields, messages and storage are 190 levels deep, as they may.
function deepen(value, by) {
  for (let level = 0; level < 190; level += 1) value = by === 'map' ? new Map([[level, value]]) : by === 'list' ? [value] : { value };
  return value;
}

export class Adder {
  sum = 0;

  onStart(ctx) {
    this.deep = [deepen(1, 'list')];
    this.maps = deepen(1, 'map');
    ctx.stable.set('deep', deepen(1, 'object'));
    ctx.setTimer('report', 1);
  }

  onRecover(ctx) {
    this.sum = ctx.stable.get('sum') ?? 0;
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onRequest(ctx, request) {
    ctx.send('p2', { type: 'ADD', amount: request.amount, deep: deepen(1, 'map') });
  }

  onMessage(ctx, from, message) {
    this.sum += message.amount;
    ctx.stable.set('sum', this.sum);
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }

  onTimer(ctx, name) {
    ctx.stable.set('again', ctx.stable.get('deep'));
    ctx.indicate({ type: 'SUM', sum: this.sum });
  }
}
