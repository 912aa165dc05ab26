// MUTANT old: the answers are deleted first and the mark is written after: a crash in between and old requests are new.
import type { Context, Process, ProcessId } from 'faultline';

export type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
export type Value = number | 'insufficient';
export type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };

type Bank = { balance: number; answers: Map<string, Value> };

export class Server implements Process<Message, never, never, null> {
  onMessage(ctx: Context<Message, never, null>, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const bank = (ctx.stable.get('bank') as Bank | undefined) ?? { balance: 0, answers: new Map() };
    const mark = `acknowledged by ${from}`;
    let ackUpTo = (ctx.stable.get(mark) as number | undefined) ?? 0;
    if (message.ackUpTo > ackUpTo) {
      for (let seq = ackUpTo + 1; seq <= message.ackUpTo; seq += 1) bank.answers.delete(`${from} ${seq}`);
      ackUpTo = message.ackUpTo;
      ctx.stable.set('bank', bank);
      ctx.stable.set(mark, ackUpTo);
    }
    if (message.seq <= ackUpTo) return;

    const name = `${from} ${message.seq}`;
    let value = bank.answers.get(name);
    if (value === undefined) {
      value = execute(bank, message.op);
      bank.answers.set(name, value);
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
