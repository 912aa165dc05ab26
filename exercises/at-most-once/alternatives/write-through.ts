// How it differs: works on fields, writes through them, and reads them back in onRecover; starts with a write; one key for each client.
import type { Context, Process, ProcessId } from 'faultline';

type Operation = { type: 'deposit'; amount: number } | { type: 'withdraw'; amount: number } | { type: 'balance' };
type Value = number | 'insufficient';
type Message = { type: 'REQUEST'; seq: number; ackUpTo: number; op: Operation } | { type: 'REPLY'; seq: number; value: Value };
type Ctx = Context<Message, never, null>;

type Account = { balance: number; last: { client: ProcessId; file: File } | null };
type File = { mark: number; answers: readonly { seq: number; value: Value }[] };

export class Server implements Process<Message, never, never, null> {
  private balance = 0;
  private files: Record<ProcessId, File> = {};

  onStart(ctx: Ctx): void {
    const account: Account = { balance: 0, last: null };
    ctx.stable.set('account', account);
  }

  onRecover(ctx: Ctx): void {
    for (const key of ctx.stable.keys()) if (key.startsWith('file ')) this.files[key.slice(5)] = ctx.stable.get(key) as File;
    // The account holds the file that was changed together with it, in case the crash came before that was copied to its own key.
    const account = ctx.stable.get('account') as Account | undefined;
    if (!account?.last) return;
    this.balance = account.balance;
    this.files[account.last.client] = account.last.file;
    ctx.stable.set('file ' + account.last.client, account.last.file);
  }

  onMessage(ctx: Ctx, from: ProcessId, message: Message): void {
    if (message.type === 'REPLY') return;
    const file = this.files[from] ?? { mark: 0, answers: [] };
    if (message.seq <= file.mark) return;
    const known = file.answers.find(({ seq }) => seq === message.seq);
    if (known) {
      ctx.send(from, { type: 'REPLY', ...known });
      return;
    }
    const value = this.perform(message.op);
    const mark = Math.max(file.mark, message.ackUpTo);
    const answers = [...file.answers.filter(({ seq }) => seq > mark), { seq: message.seq, value }];
    this.files[from] = { mark, answers };
    const account: Account = { balance: this.balance, last: { client: from, file: this.files[from] } };
    ctx.stable.set('account', account);
    ctx.stable.set('file ' + from, this.files[from]);
    ctx.send(from, { type: 'REPLY', seq: message.seq, value });
  }

  private perform(op: Operation): Value {
    switch (op.type) {
      case 'deposit':
        return (this.balance += op.amount);
      case 'withdraw':
        return op.amount > this.balance ? 'insufficient' : (this.balance -= op.amount);
      case 'balance':
        return this.balance;
    }
  }
}
