/** Three sensors measure one thing; two of them are near each other, and the third may say anything. */
import { agreement, majorityOf, mean, midValue } from './votes.ts';

export const SOUND = [10, 10.1] as const;
const TOLERANCE = 0.5;
/** What the third sensor can say: 0 to 60, in tenths. */
export const MOST_TENTHS = 600;

export interface Verdict {
  readonly mean: number;
  /** Of values that must be equal. */
  readonly exact: number | undefined;
  readonly middle: number;
  /** How many of the three are within the tolerance of each other. */
  readonly agreeing: number;
}

export function judge(third: number): Verdict {
  const readings = [...SOUND, third];
  return { mean: mean(readings), exact: majorityOf(readings), middle: midValue(readings), agreeing: agreement(readings, TOLERANCE) };
}

export function readingsSentence(third: number): string {
  const { mean: average, exact, middle, agreeing } = judge(third);
  const vote = exact === undefined ? 'No two are equal, so an exact vote gives nothing' : `Two are equal, so an exact vote gives ${exact}`;
  const near = agreeing === 3 ? 'All three' : 'Two';
  return `The mean is ${average.toFixed(2)}. ${vote}. The middle one is ${middle}. ${near} agree within ${TOLERANCE}.`;
}
