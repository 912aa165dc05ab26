/**
 * What the lessons must teach: S items are the points of the chapter, E items what is often misread about them. A lesson that covers one
 * quotes in its front matter the words of its own that do. In the order of the course.
 */
interface Duty {
  readonly covers: readonly string[];
  readonly errata: readonly string[];
}

export const CURRICULUM: Readonly<Record<string, Duty>> = {
  'partial-failure': { covers: items('S', [1, 5], [7, 7], [13, 16]), errata: items('E', [1, 1], [6, 6]) },
  dependability: { covers: items('S', [8, 12]), errata: items('E', [3, 5]) },
  'failure-models': { covers: items('S', [17, 27]), errata: items('E', [7, 14]) },
  'information-redundancy': { covers: items('S', [28, 30]), errata: [] },
  'time-redundancy': { covers: items('S', [31, 32]), errata: items('E', [15, 15]) },
  'physical-redundancy': { covers: items('S', [33, 34]), errata: items('E', [16, 16]) },
  'two-phase-commit': { covers: items('S', [93, 97], [100, 105]), errata: items('E', [30, 30]) },
  'commit-recovery': { covers: items('S', [98, 99], [106, 109]), errata: items('E', [30, 31]) },
  'three-phase-commit': { covers: items('S', [110, 110]), errata: items('E', [31, 31]) },
};

/** From the first of each pair to its last. */
function items(letter: 'S' | 'E', ...ranges: readonly (readonly [first: number, last: number])[]): readonly string[] {
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => `${letter}${first + at}`));
}
