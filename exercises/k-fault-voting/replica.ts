/** A correct replica, and what it computes. */
import type { Data } from '../../grader/base/data.ts';
import type { Supplied, SuppliedClass, SuppliedContext } from '../../grader/sim/supplied.ts';
import { fieldOf, hasType, textOf } from './wire.ts';

/** The value of `2 + 3` is 5, that of `4 - 4` is 0. Replicas know no other operations; of anything else the value is -1. */
export function rightValue(op: string): number {
  const [left, sign, right] = op.split(' ');
  const value = Number(left) + (sign === '-' ? -Number(right) : Number(right));
  return Number.isFinite(value) ? value : -1;
}

/** Answers each REQUEST with one REPLY, and remembers nothing. */
export const Replica = replicaSilentAt([]);

/** A correct replica whose answers to some operations never come. */
export function replicaSilentAt(ops: readonly string[]): SuppliedClass {
  return class implements Supplied {
    onMessage(ctx: SuppliedContext, from: string, message: Data): void {
      const id = fieldOf(message, 'id');
      const op = textOf(message, 'op');
      if (!hasType(message, 'REQUEST') || typeof id !== 'number' || ops.includes(op)) return;
      ctx.send(from, { type: 'REPLY', id, replica: ctx.self, value: rightValue(op) });
    }
  };
}
