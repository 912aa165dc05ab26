/**
 * A Byzantine replica: it answers nothing, and sends a few REPLYs of its own choice at any moments of its own choice.
 *
 * It learns the ids of calls from the REQUESTs that reach it, and may guess one that it has not seen.
 */
import type { Data } from '../../grader/base/data.ts';
import type { Supplied, SuppliedClass, SuppliedContext } from '../../grader/sim/supplied.ts';
import { CLIENT } from './calls.ts';
import { fieldOf, hasType, textOf } from './wire.ts';

/** The most REPLYs that a Byzantine replica sends, by the contract. */
const MOST_LIES = 3;

/** A REPLY that a liar may send. Only what is dangerous is worth a lie. */
export interface Lie {
  /** Whose id it carries: that of the call of this operation, once its REQUEST has come; or this number, whatever came. */
  readonly about: string | number;
  /** Added to that id: 1 guesses what the next call will have. */
  readonly plus?: number;
  /** The name that it gives, if it is not its own. */
  readonly name?: string;
  readonly value: number;
}

/** Tells `lies`, each as often as it likes, but no more than `most` in all. */
export function liarOf(lies: readonly Lie[], most = MOST_LIES): SuppliedClass {
  return class implements Supplied {
    told = 0;
    ids = new Map<string, number>();

    onMessage(_ctx: SuppliedContext, _from: string, message: Data): void {
      const id = fieldOf(message, 'id');
      if (hasType(message, 'REQUEST') && typeof id === 'number') this.ids.set(textOf(message, 'op'), id);
    }

    choices(self: { readonly id: string }): readonly Data[] {
      if (this.told === most) return [];
      // Two lies can come to the same words, which would be one choice twice.
      const replies = new Map<string, Data>();
      for (const { about, plus = 0, name = self.id, value } of lies) {
        const base = typeof about === 'number' ? about : this.ids.get(about);
        if (base === undefined) continue;
        const id = base + plus;
        replies.set(`${id} ${name} ${value}`, { type: 'REPLY', id, replica: name, value });
      }
      return [...replies.values()];
    }

    onChoice(ctx: SuppliedContext, reply: Data): void {
      this.told += 1;
      ctx.send(CLIENT, reply);
    }
  };
}
