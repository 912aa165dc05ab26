// MUTANT insufficient: a refused withdrawal is tried again when it comes with a higher acknowledgement, as if it were asked anew.
import type { Context, Process, ProcessId } from 'faultline';

export type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
export type Value = number | 'insufficient';
export type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Bank = { balance: number; clients: Map<ProcessId, Client> };
type Client = {
  ackUpTo: number;
  answers: Map<number, Value>;
};

export class Server implements Process<Message, never, never, null> {
  onMessage(ctx: Context<Message, never, null>, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const bank = (ctx.stable.get('bank') as Bank | undefined) ?? { balance: 0, clients: new Map() };
    const client = bank.clients.get(from) ?? { ackUpTo: 0, answers: new Map() };
    bank.clients.set(from, client);
    const learned = message.ackUpTo > client.ackUpTo;
    client.ackUpTo = Math.max(client.ackUpTo, message.ackUpTo);
    for (const seq of client.answers.keys()) if (seq <= client.ackUpTo) client.answers.delete(seq);
    if (message.seq <= client.ackUpTo) return;

    let value = client.answers.get(message.seq);
    if (value === undefined || (value === 'insufficient' && learned)) {
      value = execute(bank, message.op);
      client.answers.set(message.seq, value);
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
