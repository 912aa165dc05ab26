/** Where the figure of lesson commit-recovery begins: p1 and p2 have voted commit, and the request is on its way to p3. */
import { ALL_WILLING } from './commitScenarios.ts';
import type { TransactionState } from './transactionState.ts';

/** Every process may crash at any moment, again and again. */
export const RECOVERY_PLAN = {
  faults: { crashes: { coordinator: 3, p1: 3, p2: 3, p3: 3 }, recoveries: 12, firings: { coordinator: 1, p1: 3, p2: 3, p3: 3 } },
} as const;

export const TWO_HAVE_VOTED: TransactionState = {
  protocol: 'two-phase',
  votes: ALL_WILLING,
  choices: [7, 6, 6, 6, 0, 7, 6, 0, 0, 6, 5, 0],
};
