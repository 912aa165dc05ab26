/**
 * A row of stages, each of parts beside each other of which some are needed: series, parallel and k of n in one shape. The whole works
 * if every stage does; all parts fail independently.
 *
 * A part keeps its id while it moves, so that the focus and the reader can follow it.
 */
export const LEVELS = [0.9, 0.95, 0.99, 0.995, 0.999, 0.9999, 0.999_99] as const;
const MOST_STAGES = 6;
const MOST_BESIDE = 4;

export interface Part {
  readonly id: number;
  readonly availability: number;
}

export interface Stage {
  readonly parts: readonly Part[];
  /** So many of the parts must work. */
  readonly needed: number;
}

export type Diagram = readonly Stage[];

/** The probability that at least `needed` of the parts work. */
export function availabilityOfStage({ parts, needed }: Stage): number {
  // atLeast[j]: at least j of the parts seen so far work. Only sums of products: nothing is lost by subtraction.
  let atLeast: readonly number[] = Array.from({ length: needed + 1 }, (_, j) => (j === 0 ? 1 : 0));
  for (const { availability: p } of parts) {
    atLeast = atLeast.map((least, j) => (j === 0 ? 1 : p * (atLeast[j - 1] ?? 0) + (1 - p) * least));
  }
  return atLeast[needed] ?? 0;
}

export function availabilityOfDiagram(diagram: Diagram): number {
  return diagram.reduce((all, stage) => all * availabilityOfStage(stage), 1);
}

export function partsOf(diagram: Diagram): readonly Part[] {
  return diagram.flatMap((stage) => stage.parts);
}

/** Where a part is: its stage's index, and its own in it. */
function placeOf(diagram: Diagram, id: number): { readonly stage: number; readonly beside: number } | undefined {
  const stage = diagram.findIndex(({ parts }) => parts.some((part) => part.id === id));
  const beside = diagram[stage]?.parts.findIndex((part) => part.id === id);
  return beside === undefined ? undefined : { stage, beside };
}

/** The part that the next one added will be. Ids are never used twice in one diagram. */
export function nextId(diagram: Diagram): number {
  return 1 + Math.max(0, ...partsOf(diagram).map((part) => part.id));
}

/** A new part, equal to part `id`, in a stage of its own after it. Unchanged where there is no room. */
export function addedAfter(diagram: Diagram, id: number): Diagram {
  const at = placeOf(diagram, id);
  if (!at || diagram.length >= MOST_STAGES) return diagram;
  return diagram.toSpliced(at.stage + 1, 0, single(copyOf(diagram, id)));
}

/** A new part, equal to part `id`, in its stage. Unchanged where there is no room. */
export function addedBeside(diagram: Diagram, id: number): Diagram {
  const stage = stageOf(diagram, id);
  if (!stage || stage.parts.length >= MOST_BESIDE) return diagram;
  return replaced(diagram, stage, { ...stage, parts: [...stage.parts, copyOf(diagram, id)] });
}

/** Unchanged where it is the last part. */
export function removed(diagram: Diagram, id: number): Diagram {
  const stage = stageOf(diagram, id);
  if (!stage || partsOf(diagram).length === 1) return diagram;
  return replaced(diagram, stage, without(stage, id));
}

/**
 * One step towards the front (−1) or the end (1): a part among others gets a stage of its own, a part alone joins its neighbours.
 * So a part that goes on and on visits every place there is. Unchanged at an end, and where there is no room.
 */
export function moved(diagram: Diagram, id: number, step: -1 | 1): Diagram {
  const at = placeOf(diagram, id);
  const stage = at && diagram[at.stage];
  const part = at && stage?.parts[at.beside];
  if (!part) return diagram;
  if (stage.parts.length > 1) {
    if (diagram.length >= MOST_STAGES) return diagram;
    const rest = without(stage, id);
    return diagram.toSpliced(at.stage, 1, ...(step === 1 ? [rest, single(part)] : [single(part), rest]));
  }
  const neighbour = diagram[at.stage + step];
  if (!neighbour || neighbour.parts.length >= MOST_BESIDE) return diagram;
  const joined = { ...neighbour, parts: [...neighbour.parts, part] };
  return replaced(replaced(diagram, neighbour, joined), stage, without(stage, id));
}

export function withAvailability(diagram: Diagram, id: number, availability: number): Diagram {
  return diagram.map((stage) => ({ ...stage, parts: stage.parts.map((part) => (part.id === id ? { ...part, availability } : part)) }));
}

/** The stage of part `id`, with so many of its parts needed. */
export function withNeeded(diagram: Diagram, id: number, needed: number): Diagram {
  const stage = stageOf(diagram, id);
  if (!stage || needed < 1 || needed > stage.parts.length) return diagram;
  return replaced(diagram, stage, { ...stage, needed });
}

export function stageOf(diagram: Diagram, id: number): Stage | undefined {
  return diagram.find(({ parts }) => parts.some((part) => part.id === id));
}

function single(part: Part): Stage {
  return { parts: [part], needed: 1 };
}

function copyOf(diagram: Diagram, id: number): Part {
  const availability = partsOf(diagram).find((part) => part.id === id)?.availability ?? LEVELS[2];
  return { id: nextId(diagram), availability };
}

function without({ parts, needed }: Stage, id: number): Stage {
  const rest = parts.filter((part) => part.id !== id);
  return { parts: rest, needed: Math.max(1, Math.min(needed, rest.length)) };
}

/** A stage without parts is left out. */
function replaced(diagram: Diagram, old: Stage, stage: Stage): Diagram {
  return diagram.flatMap((one) => (one !== old ? [one] : stage.parts.length > 0 ? [stage] : []));
}

/** `3-33-3` is a part of 0.99 (the third level), two beside each other, and another; `333k2` is two of three. */
export function writeDiagram(diagram: Diagram): string {
  return diagram
    .map(({ parts, needed }) => {
      const levels = parts.map(({ availability }) => 1 + LEVELS.findIndex((level) => level === availability)).join('');
      return needed === 1 ? levels : `${levels}k${needed}`;
    })
    .join('-');
}

export function readDiagram(text: string): Diagram | undefined {
  const stages = text.split('-');
  if (stages.length > MOST_STAGES) return undefined;
  let id = 0;
  const diagram: Stage[] = [];
  for (const stage of stages) {
    const [, levels = '', needed = '1'] = /^([1-7]{1,4})(?:k([1-4]))?$/u.exec(stage) ?? [];
    if (levels === '' || Number(needed) > levels.length) return undefined;
    const parts = [...levels].map((level) => ({ id: (id += 1), availability: LEVELS[Number(level) - 1] ?? LEVELS[2] }));
    diagram.push({ parts, needed: Number(needed) });
  }
  return diagram;
}
