// How it differs: as short as it gets; timers are never cancelled but go off in vain; the rest of the group is computed where it is needed.
import type { Context } from 'faultline';
type M = { type: 'ELECTION' | 'OK' | 'COORDINATOR' };
type C = Context<M, { type: 'leader'; process: string }, { timeout: number }>;
export class BullyProcess {
  waits = '';
  onRecover(c: C) {
    const higher = c.group.slice(c.group.indexOf(c.self) + 1);
    for (const p of higher) c.send(p, { type: 'ELECTION' });
    c.setTimer((this.waits = 'ok'), c.config.timeout);
    if (!higher[0]) this.onTimer(c, 'ok');
  }
  onRequest(c: C) {
    if (!this.waits) this.onRecover(c);
  }
  onMessage(c: C, from: string, { type }: M) {
    if (type === 'COORDINATOR') this.name(c, from);
    if (type === 'ELECTION') c.send(from, { type: 'OK' });
    if (type === 'ELECTION') this.onRequest(c);
    if (type === 'OK' && this.waits) c.setTimer((this.waits = 'coordinator'), 2 * c.config.timeout);
  }
  onTimer(c: C, timer: string) {
    if (timer !== this.waits) return;
    if (timer === 'coordinator') return this.onRecover(c);
    for (const p of c.group.slice(0, c.group.indexOf(c.self))) c.send(p, { type: 'COORDINATOR' });
    this.name(c, c.self);
  }
  name(c: C, process: string) {
    this.waits = '';
    c.indicate({ type: 'leader', process });
  }
}
