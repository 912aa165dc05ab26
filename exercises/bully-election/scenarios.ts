/** The runs that are explored: small groups with all faults, larger ones with fewer. */
import type { FaultPlan } from '../../grader/sim/scenario.ts';
import { election, type Election } from './election.ts';

const THREE = ['p1', 'p2', 'p3'];
const FOUR = ['p1', 'p2', 'p3', 'p4'];
/** In rank order, which is not that of the alphabet. */
const UNSORTED = ['p8', 'p9', 'p10', 'p11'];
const UNSORTED_LIVE = UNSORTED.slice(0, -1);

export const quiet = election({
  id: 'quiet',
  plan: '3 processes, no faults, 1 request',
  group: THREE,
  asked: [THREE],
});

/** The full faults of the contract. */
export const three = election({
  id: 'three',
  plan: '3 processes, 2 crashes, 1 recovery, 1 request at any moment',
  group: THREE,
  faults: crashesOf(THREE, 2, 1),
  asked: [THREE],
});

/** A second request while answers to the first are still in flight. */
export const twice = election({
  id: 'twice',
  plan: '3 processes, 2 crashes, 2 requests at any moment',
  group: THREE,
  faults: crashesOf(THREE, 2),
  asked: [THREE, THREE],
});

export const four = election({
  id: 'four',
  plan: '4 processes, 2 crashes, 1 request at any moment to one of the middle two',
  group: FOUR,
  faults: crashesOf(FOUR, 2),
  asked: [FOUR.slice(1, 3)],
});

/** With the highest down every election is decided by timers, also among three. */
export const headless = election({
  id: 'headless',
  plan: '4 processes, the highest down from the beginning, 1 more crash, 1 recovery, 2 requests at any moment',
  group: UNSORTED,
  down: UNSORTED.slice(-1),
  faults: crashesOf(UNSORTED_LIVE, 1, 1),
  asked: [UNSORTED_LIVE, UNSORTED_LIVE],
});

/** When the highest has announced itself and crashed, p2 asks p3, which takes it for the leader like everybody else. */
export const leaderLost = election({
  id: 'leader-lost',
  plan: '4 processes, 1 crash of the highest, each of the middle two is asked once at any moment',
  group: FOUR,
  faults: crashesOf(FOUR.slice(3), 1),
  asked: [FOUR.slice(2, 3), FOUR.slice(1, 2)],
});

export const highestReturns = election({
  id: 'highest-returns',
  plan: '3 processes, the highest crashes and recovers, the lowest is asked at any moment',
  group: THREE,
  faults: crashesOf(THREE.slice(2), 1, 1),
  asked: [THREE.slice(0, 1)],
});

export const higherTwo = election({
  id: 'higher-two',
  plan: '3 processes, 2 crashes of the higher two, 1 recovery, the lowest is asked at any moment',
  group: THREE,
  faults: crashesOf(THREE.slice(1), 2, 1),
  asked: [THREE.slice(0, 1)],
});

export const groupOfOne = election({ id: 'group-of-one', plan: 'a group of one process', group: ['p1'], asked: [['p1']] });

export const onlyOne: readonly Election[] = THREE.map((live) =>
  election({
    id: `only-${live}`,
    plan: `3 processes, all but ${live} down from the beginning`,
    group: THREE,
    down: THREE.filter((process) => process !== live),
    asked: [[live]],
  }),
);

export const atOnce = election({
  id: 'at-once',
  plan: '3 processes, no faults, each is asked once at any moment',
  group: THREE,
  asked: THREE.map((process) => [process]),
});

export const atOnceHeadless = election({
  id: 'at-once-headless',
  plan: '4 processes, the highest down from the beginning, each of the others is asked once at any moment',
  group: UNSORTED,
  down: UNSORTED.slice(-1),
  asked: UNSORTED_LIVE.map((process) => [process]),
});

/** The highest of `n` is down, the process of that rank (from 0) is asked. */
export function asksOne(n: number, rank: number): Election {
  const group = Array.from({ length: n }, (_, at) => `p${at + 1}`);
  const asked = group.slice(rank, rank + 1);
  return election({
    id: `${asked.join()}-of-${n}-asks`,
    plan: `${n} processes, the highest down from the beginning, ${asked.join()} is asked`,
    group,
    down: group.slice(-1),
    asked: [asked],
  });
}

function crashesOf(processes: readonly string[], most: number, recoveries = 0): FaultPlan {
  return {
    crashes: Object.fromEntries(processes.map((process) => [process, most])),
    crashesInAll: most,
    ...(recoveries === 0 ? {} : { recoveries, recoversWhenQuiet: true }),
  };
}
