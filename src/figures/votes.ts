/** Ways to make one value out of several: by equality, by order, and by a mean, which is no vote at all. */

/** The value that more than half of all inputs have; those that are missing count among "all". */
export function majorityOf(inputs: readonly (number | undefined)[]): number | undefined {
  return inputs.find((candidate) => candidate !== undefined && 2 * inputs.filter((input) => input === candidate).length > inputs.length);
}

/** The middle one of an odd number of readings, in order of size. */
export function midValue(readings: readonly number[]): number {
  const sorted = readings.toSorted((left, right) => left - right);
  return sorted[(sorted.length - 1) / 2] ?? NaN;
}

export function mean(readings: readonly number[]): number {
  return readings.reduce((sum, reading) => sum + reading, 0) / readings.length;
}

/** How many readings at most lie within `tolerance` of each other, any two of them. */
export function agreement(readings: readonly number[], tolerance: number): number {
  return Math.max(0, ...readings.map((low) => readings.filter((reading) => reading >= low && reading - low <= tolerance).length));
}
