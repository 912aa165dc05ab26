// MUTANT once: name and number are joined without anything between them: client1 and 11 look like client11 and 1.
import type { Context, Process, ProcessId } from 'faultline';

export type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
export type Value = number | 'insufficient';
export type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Bank = { balance: number; acks: Map<ProcessId, number>; answers: Map<string, Value> };

export class Server implements Process<Message, never, never, null> {
  onMessage(ctx: Context<Message, never, null>, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const bank = (ctx.stable.get('bank') as Bank | undefined) ?? { balance: 0, acks: new Map(), answers: new Map() };
    const seen = bank.acks.get(from) ?? 0;
    const ackUpTo = Math.max(seen, message.ackUpTo);
    bank.acks.set(from, ackUpTo);
    for (let seq = seen + 1; seq <= ackUpTo; seq += 1) bank.answers.delete(from + seq);
    if (message.seq <= ackUpTo) return;

    let value = bank.answers.get(from + message.seq);
    if (value === undefined) {
      value = execute(bank, message.op);
      bank.answers.set(from + message.seq, value);
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
