/** How many messages an election takes while the highest of `n` processes is down, those to it included. */
import { Violation, type Property } from '../../grader/sim/property.ts';

/** `formula` is the bound in terms of n, as the contract has it. */
export function atMost(n: number, bound: number, formula: string): Property<number> {
  return {
    watches: ['send'],
    first: 0,
    observe(sent, { process }) {
      if (sent < bound) return sent + 1;
      return new Violation(
        process,
        `${process} sent message ${bound + 1} of this election. With ${n} processes, the highest of them down, ${formula} = ${bound} are enough, those to the dead included.`,
      );
    },
  };
}
