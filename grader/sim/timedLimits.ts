/** Every number that bounds runs in simulated time, with its unit and its reason. */

/** Events of one run: a whole one of five processes has 60,000 at the most. Whoever needs more floods the network. */
export const MAX_TIMED_EVENTS = 200_000;

/** Handler calls of one grading, those of shrinking left out: what one that looks at its clock ten times a period needs, about 5 s. */
export const MAX_TIMED_CALLS = 70_000;

/** Handler calls that shrinking may make in one grading, for all checks that failed: about 1 s. What is left then is not the smallest. */
export const MAX_SHRINKING_CALLS = 15_000;

/** Steps before a violation that its trace shows in full. */
export const TRACE_STEPS = 14;

/** Steps with indications that a trace shows besides those. */
export const TRACE_LANDMARKS = 10;
