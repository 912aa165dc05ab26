/** Repetition: a decision is indicated once between two crashes, and acknowledged as often as it arrives. */
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { COORDINATOR, decisionIn, typeOf } from './message.ts';

/** Since the last crash: whether it has decided, and how many acknowledgements it owes. */
type Accounts = Readonly<Record<string, { readonly decided: boolean; readonly owes: number }>>;

/** Debts are not counted beyond this: whoever never acknowledges would be a new world in every round. */
const MOST_OWED = 3;

export const repetition: Property<Accounts> = {
  watches: ['send', 'receive', 'indicate', 'crash'],
  sees: (event) =>
    event.process !== COORDINATOR && (event.kind === 'crash' || decisionIn(event) !== undefined || isBill(event) || isPayment(event)),
  // Whoever pays at once owes as much afterwards as before.
  saturates: (event) => event.kind !== 'indicate',
  isSymmetric: true,
  first: {},
  observe(accounts, event) {
    const { process } = event;
    const { decided, owes } = accounts[process] ?? { decided: false, owes: 0 };
    if (event.kind === 'crash') {
      // What arrived before the crash need not be acknowledged after it: it will come again.
      return Object.fromEntries(Object.entries(accounts).filter(([one]) => one !== process));
    }
    if (decisionIn(event) !== undefined) {
      return decided
        ? new Violation(process, `${process} indicated 'decide' a second time, without a crash in between.`)
        : { ...accounts, [process]: { decided: true, owes } };
    }
    return { ...accounts, [process]: { decided, owes: isBill(event) ? Math.min(owes + 1, MOST_OWED) : Math.max(owes - 1, 0) } };
  },
  atEnd(accounts, end) {
    const debtor = [...end.up].find((process) => (accounts[process]?.owes ?? 0) > 0);
    return debtor === undefined
      ? undefined
      : new Violation(
          debtor,
          `${debtor} did not acknowledge every GLOBAL_COMMIT and GLOBAL_ABORT that arrived. The coordinator repeats its decision because an ACK may have been lost.`,
        );
  },
};

function isBill(event: RunEvent): boolean {
  return event.kind === 'receive' && event.from === COORDINATOR && typeOf(event.message).startsWith('GLOBAL_');
}

function isPayment(event: RunEvent): boolean {
  return event.kind === 'send' && event.to === COORDINATOR && typeOf(event.message) === 'ACK';
}
