/** What must be true when all has come to rest after faults stopped: one leader, the highest live process. */
import { Violation, type Property, type RunEnd } from '../../grader/sim/property.ts';
import type { Election } from './election.ts';
import { followLeaders, LEADER_EVENTS, noLeaders, type Leaders } from './leaders.ts';

/** The first promise that a group at rest does not keep, if any. */
export type Judgement = (leaders: Leaders, live: readonly string[]) => Violation | undefined;

/** A property that looks only at the leaders named in the end. */
export function settled({ members }: Election, judge: Judgement): Property<Leaders> {
  return {
    watches: LEADER_EVENTS,
    first: noLeaders(members),
    observe: followLeaders,
    atEnd: (leaders, end) => judge(leaders, liveOf(members, end)),
  };
}

/** The processes that are up, in rank order. */
export function liveOf(members: readonly string[], end: RunEnd): readonly string[] {
  return members.filter((process) => end.up.has(process));
}

/** Those who have named a leader have named the highest live process. */
export const agreed: Judgement = (leaders, live) => {
  const highest = live.at(-1) ?? '';
  for (const process of live) {
    const leader = leaders[process] ?? highest;
    if (leader === highest) continue;
    const crowned = leaders[highest] === highest ? ', which takes itself for the leader,' : '';
    const why = live.includes(leader)
      ? `But ${highest}${crowned} is up and ranks higher`
      : `It is not up, and the highest live process is ${highest}`;
    const whom = leader === process ? 'itself' : leader;
    return new Violation(process, `In the end ${process} takes ${whom} for the leader. ${why}.`);
  }
  return undefined;
};

/** Every live process has named a live one. */
export const elected: Judgement = (leaders, live) => {
  for (const process of live) {
    const leader = leaders[process] ?? undefined;
    if (leader !== undefined && live.includes(leader)) continue;
    const state = leader === undefined ? 'has named no leader' : `still takes ${leader} for the leader, which is not up`;
    return new Violation(process, `In the end ${process} ${state}, however long it waits and however often it is asked to elect.`);
  }
  return undefined;
};

export const agreedAndElected: Judgement = (leaders, live) => agreed(leaders, live) ?? elected(leaders, live);

export const alone: Judgement = (leaders, live) => {
  const other = live.find((process) => leaders[process] !== process);
  if (other === undefined) return undefined;
  const leader = leaders[other] ?? undefined;
  const named = leader === undefined ? 'names no leader' : `names ${leader} as leader`;
  return new Violation(other, `${other} is the only live process, and ${named}. Nobody is there to tell it that it has won.`);
};
