// How it differs: sends a client all answers that it has not acknowledged, at each request, and after each crash to all; old ones are answered for a while.
import type { Context, Process, ProcessId } from 'faultline';

type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
type Value = number | 'insufficient';
type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Ctx = Context<Message, never, null>;

/** Answers are kept for a few numbers longer than they must be. */
const SLACK = 2;

type Ledger = { ackUpTo: number; answers: ReadonlyMap<number, Value> };
type State = { balance: number; ledgers: ReadonlyMap<ProcessId, Ledger> };

export class Server implements Process<Message, never, never, null> {
  private state: State = { balance: 0, ledgers: new Map() };

  onRecover(ctx: Ctx): void {
    this.state = (ctx.stable.get('state') as State | undefined) ?? this.state;
    for (const client of this.state.ledgers.keys()) this.sayAll(ctx, client);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type !== 'REQUEST') return;
    const { ackUpTo, answers } = this.state.ledgers.get(from) ?? { ackUpTo: 0, answers: new Map<number, Value>() };
    const mark = Math.max(ackUpTo, message.ackUpTo);
    const old = answers.get(message.seq);
    if (message.seq <= mark) {
      if (old !== undefined) ctx.send(from, { type: 'REPLY', seq: message.seq, value: old });
      return;
    }
    let { balance } = this.state;
    let value = old;
    if (value === undefined && message.op.type === 'withdraw' && message.op.amount > balance) value = 'insufficient';
    if (value === undefined) {
      if (message.op.type === 'deposit') balance += message.op.amount;
      if (message.op.type === 'withdraw') balance -= message.op.amount;
      value = balance;
    }
    const kept = new Map([...answers].filter(([seq]) => seq > mark - SLACK));
    kept.set(message.seq, value);
    this.state = { balance, ledgers: new Map(this.state.ledgers).set(from, { ackUpTo: mark, answers: kept }) };
    ctx.stable.set('state', this.state);
    this.sayAll(ctx, from);
  }

  private sayAll(ctx: Ctx, client: ProcessId): void {
    const { ackUpTo, answers } = this.state.ledgers.get(client)!;
    for (const [seq, value] of answers) if (seq > ackUpTo) ctx.send(client, { type: 'REPLY', seq, value });
  }
}
