/** Who takes part, and which faults there are. */
import { ballot, type Ballot } from './ballot.ts';
import type { Lie } from './liar.ts';
import { Replica, replicaSilentAt } from './replica.ts';

/** 5, and 0, which some programs take for nothing. */
const FIRST = '2 + 3';
const SECOND = '4 - 4';
const THIRD = '1 + 1';
const CALLS = [FIRST, SECOND];

/** What a liar gains by: answers to each call, before and after it was made, wrong and right, in its own name and in another's. */
const ALL_LIES: readonly Lie[] = [
  // Most clients count from 1, so this one can come before there is any call.
  { about: 1, value: 9 },
  { about: FIRST, value: 9 },
  { about: FIRST, value: 9, name: 'r2' },
  { about: FIRST, value: 5 },
  // 5 was right in the first call. In the second, late answers of correct replicas say the same.
  { about: FIRST, plus: 1, value: 5 },
  { about: SECOND, value: 5 },
];

/** No faults: what every program must be able to do. 0 is left to the other scenarios, so that it costs nobody all points. */
export const peaceful = ballot({ id: 'peaceful', faults: 'no faults', k: 1, ops: [FIRST, THIRD], replicas: [Replica, Replica, Replica] });

export const oneLiar = ballot({
  id: 'one-liar',
  faults: 'r1 is Byzantine and sends at most 2 REPLYs',
  k: 1,
  ops: CALLS,
  replicas: [{ lies: ALL_LIES, most: 2 }, Replica, Replica],
});

export const duplicate = ballot({
  id: 'duplicate',
  faults: 'r3 is Byzantine and sends at most 1 REPLY, 1 message arrives twice',
  k: 1,
  ops: CALLS,
  replicas: [Replica, Replica, { lies: ALL_LIES, most: 1 }],
  plan: { duplicates: 1 },
});

const CONSPIRACY: readonly Lie[] = [
  { about: FIRST, value: 9 },
  { about: FIRST, value: 5 },
];

/** The most that the contract allows with 3 replicas, in a single call. */
export const threeLies = ballot({
  id: 'three-lies',
  faults: 'r2 is Byzantine and sends at most 3 REPLYs, 1 message arrives twice',
  k: 1,
  ops: [FIRST],
  replicas: [
    Replica,
    {
      lies: [
        { about: FIRST, value: -5 },
        // Nearly right is wrong: no number lies between this one and 5.
        { about: FIRST, value: 5.000000000000001 },
      ],
    },
    Replica,
  ],
  plan: { duplicates: 1 },
});

/** Less than what programs that compare with a tolerance take for 0. */
const NEARLY_NOTHING: readonly Lie[] = [
  { about: SECOND, value: 1e-17 },
  { about: SECOND, value: 0 },
];

export const twoLiars = ballot({
  id: 'two-liars',
  faults: 'r1 and r4 are Byzantine and send at most 1 REPLY each',
  k: 2,
  ops: [SECOND],
  replicas: [{ lies: NEARLY_NOTHING, most: 1 }, Replica, Replica, { lies: NEARLY_NOTHING, most: 1 }, Replica],
});

/** Replies to the first call only, among them some that come while the second is open. */
export const lateReplies = ballot({
  id: 'late-replies',
  faults: 'r3 is Byzantine and sends at most 2 REPLYs, both with the id of the first call',
  k: 1,
  ops: CALLS,
  replicas: [
    Replica,
    Replica,
    {
      lies: [
        { about: FIRST, value: 5 },
        { about: FIRST, value: 9 },
      ],
      most: 2,
    },
  ],
});

/** From the number that it sends on, a client that counts with numbers counts no further. */
export const hugeId = ballot({
  id: 'huge-id',
  faults: 'r3 is Byzantine and sends at most 1 REPLY, with an id of its own choice',
  k: 1,
  ops: CALLS,
  replicas: [Replica, Replica, { lies: [{ about: 2 ** 53, value: 9 }], most: 1 }],
});

export const echo = ballot({
  id: 'echo',
  faults: 'none is Byzantine, 1 message arrives twice',
  k: 1,
  ops: [FIRST],
  replicas: [Replica, Replica, Replica],
  plan: { duplicates: 1 },
});

export const manyNames = ballot({
  id: 'many-names',
  faults: 'r3 is Byzantine and sends at most 2 REPLYs, both with the same wrong value, in any of 3 names',
  k: 1,
  ops: [FIRST],
  replicas: [
    Replica,
    Replica,
    {
      lies: [
        { about: FIRST, value: 9 },
        { about: FIRST, value: 9, name: 'r1' },
        { about: FIRST, value: 9, name: 'nobody' },
      ],
      most: 2,
    },
  ],
});

export const alone = ballot({
  id: 'alone',
  faults: '1 message arrives twice',
  k: 0,
  // The same operation again is another call.
  ops: [FIRST, SECOND, FIRST, SECOND],
  replicas: [Replica],
  plan: { duplicates: 1 },
});

export const noneFaulty = ballot({ id: 'none-faulty', faults: 'no faults', k: 0, ops: CALLS, replicas: [Replica, Replica, Replica] });

export const fiveForOne = ballot({
  id: 'five-for-one',
  faults: 'r1 is Byzantine and sends at most 1 REPLY',
  k: 1,
  ops: [FIRST],
  replicas: [{ lies: CONSPIRACY, most: 1 }, Replica, Replica, Replica, Replica],
});

/** The calls of a scenario in which too few correct replicas answer. */
export interface Silence extends Ballot {
  readonly hopeless: readonly string[];
}

/** Silent, well, silent again: the timer is needed in every call. */
export const silentTwice: Silence = {
  hopeless: [FIRST, THIRD],
  ...ballot({
    id: 'silent-twice',
    faults: 'the replica is silent in the first and third call',
    k: 0,
    ops: [FIRST, SECOND, THIRD],
    replicas: [replicaSilentAt([FIRST, THIRD])],
  }),
};

export const oneOfThree: Silence = {
  hopeless: [FIRST],
  ...ballot({
    id: 'one-of-three',
    faults: 'r2 is silent in the first call, r3 is Byzantine and sends at most 1 REPLY',
    k: 1,
    ops: CALLS,
    replicas: [
      Replica,
      replicaSilentAt([FIRST]),
      {
        // No more than one, and no third value: what a liar gives away about itself could make a single answer certain.
        lies: [
          { about: FIRST, value: 9 },
          { about: FIRST, value: 5 },
          { about: SECOND, value: 5 },
        ],
        most: 1,
      },
    ],
  }),
};

const HALF_TRUTHS: readonly Lie[] = [
  { about: FIRST, value: 9 },
  { about: FIRST, value: 5 },
];

export const twoOfFive: Silence = {
  hopeless: [FIRST],
  ...ballot({
    id: 'two-of-five',
    faults: 'r3 is silent in the first call, r4 and r5 are Byzantine and send at most 1 REPLY each',
    k: 2,
    ops: [FIRST],
    replicas: [Replica, Replica, replicaSilentAt([FIRST]), { lies: HALF_TRUTHS, most: 1 }, { lies: HALF_TRUTHS, most: 1 }],
  }),
};

/** As many answers as could be lies, and nobody that lies. */
export const threeOfSeven: Silence = {
  hopeless: [FIRST],
  ...ballot({
    id: 'three-of-seven',
    faults: 'none is Byzantine, r4 to r7 are silent',
    k: 3,
    ops: [FIRST],
    replicas: [Replica, Replica, Replica, ...Array.from({ length: 4 }, () => replicaSilentAt([FIRST]))],
  }),
};
