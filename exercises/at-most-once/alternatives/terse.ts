// How it differs: one text of JSON, short names, everything is read and written for each message, repeated ones too.
import type { Context } from 'faultline';

export class Server {
  onMessage(ctx: Context, from: string, m: any) {
    const s = JSON.parse(String(ctx.stable.get('s') ?? '{"b":0}'));
    const c = (s[':' + from] ??= { a: 0 });
    c.a = Math.max(c.a, m.ackUpTo);
    for (const k in c) if (k !== 'a' && +k <= c.a) delete c[k];
    if (m.seq > c.a) {
      const d = m.op.type === 'withdraw' ? -m.op.amount : (m.op.amount ?? 0);
      c[m.seq] ??= s.b + d < 0 ? 'insufficient' : (s.b += d);
    }
    ctx.stable.set('s', JSON.stringify(s));
    if (m.seq in c) ctx.send(from, { type: 'REPLY', seq: m.seq, value: c[m.seq] });
  }
}
