// HOSTILE passed 100: the class is a function that asks for new.
export function Adder() {
  if (!new.target) throw new Error('called without new');
  this.sum = 0;
}
Adder.prototype.onStart = function (ctx) {
  ctx.setTimer('report', ctx.config.period);
};
Adder.prototype.onRecover = function (ctx) {
  this.sum = ctx.stable.get('sum') ?? 0;
};
Adder.prototype.onRequest = function (ctx, request) {
  ctx.send('p2', request);
};
Adder.prototype.onMessage = function (ctx, from, message) {
  this.sum += message.amount;
  ctx.stable.set('sum', this.sum);
  ctx.indicate({ type: 'SUM', sum: this.sum });
};
