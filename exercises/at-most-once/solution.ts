import type { Context, Process, ProcessId } from 'faultline';

export type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
export type Value = number | 'insufficient';
export type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };

/** All that a crash must not take. It is written under one key, so the effect and the record of it are one step: both or neither. */
type Bank = { balance: number; clients: Map<ProcessId, Client> };

/** Numbers are each client's own, so the table is by client first. */
type Client = {
  /** The highest that the client has sent. Whatever is not above it is old. */
  ackUpTo: number;
  /** By number: the first answers, as long as the client may still ask for them. */
  answers: Map<number, Value>;
};

export class Server implements Process<Message, never, never, null> {
  // No fields, hence no onRecover: what is not there cannot be out of date.

  onMessage(ctx: Context<Message, never, null>, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const bank = (ctx.stable.get('bank') as Bank | undefined) ?? { balance: 0, clients: new Map() };
    const client = bank.clients.get(from) ?? { ackUpTo: 0, answers: new Map() };
    bank.clients.set(from, client);

    // The highest, not the latest: a message that says less was only slower.
    client.ackUpTo = Math.max(client.ackUpTo, message.ackUpTo);
    for (const seq of client.answers.keys()) if (seq <= client.ackUpTo) client.answers.delete(seq);
    // An old one has left no answer in the table, just like a new one. This line is what tells them apart.
    if (message.seq <= client.ackUpTo) return;

    let value = client.answers.get(message.seq);
    if (value === undefined) {
      value = execute(bank, message.op);
      // A refusal is an answer too: after the next deposit it would turn out otherwise.
      client.answers.set(message.seq, value);
      // Before the answer: what a client has seen must survive. A crash in between loses the answer alone, and the client asks again.
      ctx.stable.set('bank', bank);
    }
    ctx.send(from, { type: 'REPLY', seq: message.seq, value });
  }
}

function execute(bank: Bank, op: Operation): Value {
  if (op.type === 'withdraw' && bank.balance < op.amount) return 'insufficient';
  if (op.type === 'deposit') bank.balance += op.amount;
  if (op.type === 'withdraw') bank.balance -= op.amount;
  return bank.balance;
}
