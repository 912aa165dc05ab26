/** Two-phase commit in the learner's interface, without faults and with timers at any moment: the explorer's own work, in a size that takes seconds. */
import { Violation, type Property } from '../../../grader/sim/property.ts';
import type { Scenario } from '../../../grader/sim/scenario.ts';

/** The classes that the solution exports. */
export const ROLES = ['Coordinator', 'Participant'];

const GROUP = ['p1', 'p2', 'p3', 'p4', 'p5'];

export const twoPhaseCommit: Scenario = {
  id: 'two-phase-commit',
  plan: '5 participants that vote commit, no faults, 1 timer of each process at any moment',
  processes: [
    { id: 'coordinator', kind: 'learner', role: 'Coordinator' },
    ...GROUP.map((id) => ({ id, kind: 'learner' as const, role: 'Participant' })),
  ],
  group: GROUP,
  timers: 'any',
  faults: { firings: 1 },
};

/** Its state: what was decided so far. */
export const agreement: Property<string> = {
  watches: ['indicate'],
  saturates: () => true,
  first: '',
  observe(decided, event) {
    if (event.kind !== 'indicate' || decided === event.event) return decided;
    return decided === ''
      ? String(event.event)
      : new Violation(event.process, `${event.process} decided ${String(event.event)} after ${decided}.`);
  },
};
