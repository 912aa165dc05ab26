/** What each participant has to vote, in rank order. */
import type { Decision } from './message.ts';

export type Votes = Readonly<Record<string, Decision>>;

export const TWO_WILLING: Votes = { p1: 'commit', p2: 'commit' };
export const ONE_UNWILLING: Votes = { p1: 'commit', p2: 'abort' };
export const THREE_WILLING: Votes = { p1: 'commit', p2: 'commit', p3: 'commit' };
export const FIRST_OF_THREE_UNWILLING: Votes = { p1: 'abort', p2: 'commit', p3: 'commit' };
export const SECOND_OF_THREE_UNWILLING: Votes = { p1: 'commit', p2: 'abort', p3: 'commit' };
export const THIRD_OF_THREE_UNWILLING: Votes = { p1: 'commit', p2: 'commit', p3: 'abort' };
