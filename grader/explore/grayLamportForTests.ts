/**
 * The abstract two-phase commit of Gray and Lamport, "Consensus on Transaction Commit" (ACM TODS 31(1), 2006), as a row of integers.
 *
 * Messages are a set that is never emptied. A resource manager may prepare or abort at any time; the transaction manager may commit when it
 * has noted that all are prepared, or abort.
 */
import type { System } from './search.ts';

const WORKING = 0;
const PREPARED = 1;
const COMMITTED = 2;
const ABORTED = 3;

/** Integers: the states of the resource managers (2 bits each), which ones the transaction manager noted and sent Prepared, its state and its messages. */
export function grayLamport(managers: number): System {
  const all = (1 << managers) - 1;
  const stateOf = (states: number, manager: number): number => (states >> (2 * manager)) & 3;
  const withState = (states: number, manager: number, state: number): number => (states & ~(3 << (2 * manager))) | (state << (2 * manager));
  const COMMIT_SENT = 1;
  const ABORT_SENT = 2;
  return {
    width: 4,
    first: (row) => row.fill(0),
    broken(row) {
      let seen = 0;
      for (let manager = 0; manager < managers; manager += 1) seen |= 1 << stateOf(row[0] ?? 0, manager);
      return (seen & (1 << COMMITTED)) !== 0 && (seen & (1 << ABORTED)) !== 0 ? 1 : 0;
    },
    expand(world, next, taken) {
      const states = world[0] ?? 0;
      const preparedSent = world[1] ?? 0;
      const noted = world[2] ?? 0;
      const decided = world[3] ?? 0;
      const step = (to0: number, to1: number, to2: number, to3: number): void => {
        next[0] = to0;
        next[1] = to1;
        next[2] = to2;
        next[3] = to3;
        taken();
      };
      if (decided === 0) {
        for (let manager = 0; manager < managers; manager += 1) {
          if (preparedSent & (1 << manager)) step(states, preparedSent, noted | (1 << manager), decided);
        }
        if (noted === all) step(states, preparedSent, noted, COMMIT_SENT);
        step(states, preparedSent, noted, ABORT_SENT);
      }
      for (let manager = 0; manager < managers; manager += 1) {
        if (stateOf(states, manager) === WORKING) {
          step(withState(states, manager, PREPARED), preparedSent | (1 << manager), noted, decided);
          step(withState(states, manager, ABORTED), preparedSent, noted, decided);
        }
        if (decided === COMMIT_SENT) step(withState(states, manager, COMMITTED), preparedSent, noted, decided);
        if (decided === ABORT_SENT) step(withState(states, manager, ABORTED), preparedSent, noted, decided);
      }
    },
  };
}
