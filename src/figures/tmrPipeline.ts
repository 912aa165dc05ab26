/**
 * Three stages in a row, each of three modules that do the same and of voters that vote on what these give.
 *
 * The parts have the names of the textbook's figure: modules A1 to C3, voters V1 to V9. With a single voter for each stage, or with no
 * redundancy at all, it is the middle lane that is left. Source: R. E. Lyons, W. Vanderkulk, "The Use of Triple-Modular Redundancy to
 * Improve Computer Reliability", 1962; A. S. Tanenbaum, M. van Steen, "Distributed Systems".
 */
import { majorityOf } from './votes.ts';

export const MODES = ['none', 'single', 'triplicated'] as const;
export type Mode = (typeof MODES)[number];

export interface Part {
  readonly kind: 'module' | 'voter';
  readonly name: string;
  /** 0 to 2. */
  readonly stage: number;
  /** 0 to 2. */
  readonly lane: number;
}

export interface Pipeline {
  readonly mode: Mode;
  /** The names of the broken parts. */
  readonly broken: readonly string[];
  /** Whether all that is broken gives the same wrong value, as copies with one bug do. */
  readonly isAlike: boolean;
}

/** What a part gives. `undefined` is nothing at all. */
export interface Signal {
  readonly value: number | undefined;
  readonly isRight: boolean;
}

interface Layout {
  readonly kind: Part['kind'];
  readonly stage: number;
  /** 0 to 5, counted along the pipeline; modules have the even places. */
  readonly place: number;
  readonly parts: readonly Part[];
}

/** A column of parts that stand side by side, with what each of them gives. */
export interface Column extends Layout {
  readonly parts: readonly (Part & { readonly isBroken: boolean; readonly gives: Signal })[];
}

export const INPUT = 4;
export const STAGES: readonly { readonly does: string; readonly apply: (x: number) => number }[] = [
  { does: 'doubles', apply: (x) => 2 * x },
  { does: 'adds 3', apply: (x) => x + 3 },
  { does: 'doubles', apply: (x) => 2 * x },
];

const RIGHT: readonly number[] = STAGES.map((_stage, at) => STAGES.slice(0, at + 1).reduce((value, { apply }) => apply(value), INPUT));

/** What broken parts give: one value each, or the same one. None of them is ever right. */
const WRONG = [91, 92, 93] as const;
const WRONG_ALIKE = 99;

const LANES = [0, 1, 2] as const;
const MIDDLE = [1] as const;
const NOTHING: Signal = { value: undefined, isRight: false };

export const PARTS: readonly Part[] = STAGES.flatMap((_stage, stage) => [
  ...LANES.map((lane): Part => ({ kind: 'module', name: `${'ABC'[stage] ?? ''}${lane + 1}`, stage, lane })),
  ...LANES.map((lane): Part => ({ kind: 'voter', name: `V${3 * stage + lane + 1}`, stage, lane })),
]);

/** The parts that each mode has, column by column. */
const COLUMNS: Readonly<Record<Mode, readonly Layout[]>> = {
  none: layout('none'),
  single: layout('single'),
  triplicated: layout('triplicated'),
};

export function partsOf(mode: Mode): readonly Part[] {
  return COLUMNS[mode].flatMap(({ parts }) => parts);
}

/** What a signal should be behind each stage. */
export function rightValue(stage: number): number {
  return RIGHT[stage] ?? NaN;
}

/** Sends the input through. The last column holds the results. */
export function run({ mode, broken, isAlike }: Pipeline): readonly Column[] {
  let fed: readonly Signal[] = LANES.map(() => ({ value: INPUT, isRight: true }));
  return COLUMNS[mode].map(({ kind, stage, place, parts: all }) => {
    const parts = all.map(({ name, lane }) => {
      const isBroken = broken.includes(name);
      const value = isBroken ? (isAlike ? WRONG_ALIKE : WRONG[lane]) : soundOutput(kind, stage, fed, lane);
      return { kind, stage, name, lane, isBroken, gives: { value, isRight: value === RIGHT[stage] } };
    });
    fed = LANES.map((lane) => (parts.length === 1 ? parts[0] : parts[lane])?.gives ?? NOTHING);
    return { kind, stage, place, parts };
  });
}

/** The lanes of `from` that feed a part of `to`. */
export function feeders(from: Column, to: Column, lane: number): readonly number[] {
  if (from.parts.length === 1) return MIDDLE;
  return to.kind === 'voter' ? LANES : [lane];
}

function soundOutput(kind: Part['kind'], stage: number, fed: readonly Signal[], lane: number): number | undefined {
  if (kind === 'voter') return majorityOf(fed.map(({ value }) => value));
  const input = fed[lane]?.value;
  return input === undefined ? undefined : STAGES[stage]?.apply(input);
}

/** The results: what the last column gives. */
export function results(columns: readonly Column[]): readonly Signal[] {
  return columns.at(-1)?.parts.map(({ gives }) => gives) ?? [];
}

function layout(mode: Mode): readonly Layout[] {
  return STAGES.flatMap((_stage, stage) => [column(mode, 'module', stage), column(mode, 'voter', stage)]).filter(
    ({ parts }) => parts.length > 0,
  );
}

function column(mode: Mode, kind: Part['kind'], stage: number): Layout {
  const parts = PARTS.filter((part) => part.kind === kind && part.stage === stage && exists(mode, part));
  return { kind, stage, place: 2 * stage + (kind === 'module' ? 0 : 1), parts };
}

function exists(mode: Mode, { kind, lane }: Part): boolean {
  if (mode === 'triplicated') return true;
  return mode === 'single' ? kind === 'module' || lane === 1 : kind === 'module' && lane === 1;
}
