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
    violation(row) {
      let seen = 0;
      for (let manager = 0; manager < managers; manager += 1) seen |= 1 << stateOf(row[0] ?? 0, manager);
      return (seen & (1 << COMMITTED)) !== 0 && (seen & (1 << ABORTED)) !== 0 ? 0 : -1;
    },
    expand(world, next, taken) {
      const [states = 0, preparedSent = 0, noted = 0, decided = 0] = world;
      const step = (number: number, to: readonly [number, number, number, number]): void => {
        next.set(to);
        taken(number);
      };
      if (decided === 0) {
        for (let manager = 0; manager < managers; manager += 1) {
          if (preparedSent & (1 << manager)) step(manager, [states, preparedSent, noted | (1 << manager), decided]);
        }
        if (noted === all) step(100, [states, preparedSent, noted, COMMIT_SENT]);
        step(101, [states, preparedSent, noted, ABORT_SENT]);
      }
      for (let manager = 0; manager < managers; manager += 1) {
        if (stateOf(states, manager) === WORKING) {
          step(200 + manager, [withState(states, manager, PREPARED), preparedSent | (1 << manager), noted, decided]);
          step(300 + manager, [withState(states, manager, ABORTED), preparedSent, noted, decided]);
        }
        if (decided === COMMIT_SENT) step(400 + manager, [withState(states, manager, COMMITTED), preparedSent, noted, decided]);
        if (decided === ABORT_SENT) step(500 + manager, [withState(states, manager, ABORTED), preparedSent, noted, decided]);
      }
    },
  };
}
