// How it differs: two copies of everything, written in turn, and a pointer to the one that counts.
import type { Context, Process, ProcessId } from 'faultline';

type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
type Value = number | 'insufficient';
type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Ctx = Context<Message, never, null>;

type Copy = { balance: number; answers: { client: ProcessId; seq: number; value: Value }[]; ackUpTo: { [client: ProcessId]: number } };

export class Server implements Process<Message, never, never, null> {
  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const current = (ctx.stable.get('current') as number | undefined) ?? 0;
    const copy = (ctx.stable.get(`copy ${current}`) as Copy | undefined) ?? { balance: 0, answers: [], ackUpTo: {} };
    copy.ackUpTo[from] = Math.max(copy.ackUpTo[from] ?? 0, message.ackUpTo);
    copy.answers = copy.answers.filter(({ client, seq }) => seq > (copy.ackUpTo[client] ?? 0));

    let answer = copy.answers.find(({ client, seq }) => client === from && seq === message.seq);
    if (!answer && message.seq > copy.ackUpTo[from]) {
      const { op } = message;
      const after = copy.balance + (op.type === 'deposit' ? op.amount : op.type === 'withdraw' ? -op.amount : 0);
      copy.answers.push((answer = { client: from, seq: message.seq, value: after < 0 ? 'insufficient' : after }));
      if (after >= 0) copy.balance = after;
    }
    ctx.stable.set(`copy ${1 - current}`, copy);
    ctx.stable.set('current', 1 - current);
    if (answer) ctx.send(from, { type: 'REPLY', seq: answer.seq, value: answer.value });
  }
}
