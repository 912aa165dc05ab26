/** Where the parts of the pipeline stand, in percent along the flow and across it, and the wires between them. */
import { feeders, type Column, type Signal } from './tmrPipeline.ts';

export type WireKind = 'right' | 'wrong' | 'nothing';

export interface Wire {
  readonly key: string;
  readonly kind: WireKind;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export const INPUT_AT = 3;
export const RESULT_AT = 97;

/** The middle of a column, by its place of 0 to 5. */
export function along(place: number): number {
  return 14 + 14.4 * place;
}

/** The middle of a lane. */
export function across(lane: number): number {
  return 17 + 33 * lane;
}

/** Wires in the order in which they are drawn: what is wrong lies on top. */
export function wiresOf(columns: readonly Column[]): readonly Wire[] {
  const wires = columns.flatMap((column, at) => column.parts.flatMap((part) => incoming(columns[at - 1], column, part.lane)));
  const last = columns.at(-1);
  const out = (last?.parts ?? []).map(({ name, lane, gives }) =>
    wire(name, 'result', gives, { x1: along(last?.place ?? 0), y1: across(lane), x2: RESULT_AT, y2: across(lane) }),
  );
  return [...wires, ...out].toSorted((left, right) => order(left.kind) - order(right.kind));
}

function incoming(from: Column | undefined, to: Column, lane: number): readonly Wire[] {
  const end = { x2: along(to.place), y2: across(lane) };
  if (from === undefined) return [wire('input', `${lane}`, { value: 0, isRight: true }, { x1: INPUT_AT, y1: across(1), ...end })];
  return feeders(from, to, lane).flatMap((source) => {
    const part = from.parts.find((candidate) => candidate.lane === source);
    if (!part) return [];
    return [wire(part.name, `${to.place}.${lane}`, part.gives, { x1: along(from.place), y1: across(source), ...end })];
  });
}

function wire(from: string, to: string, { value, isRight }: Signal, ends: Omit<Wire, 'key' | 'kind'>): Wire {
  return { key: `${from}-${to}`, kind: isRight ? 'right' : value === undefined ? 'nothing' : 'wrong', ...ends };
}

function order(kind: WireKind): number {
  return kind === 'wrong' ? 1 : 0;
}
