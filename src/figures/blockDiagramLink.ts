/** The state of the figure with the block diagram, and how a link writes it: `3-33-3:2`, the parts and which of them is selected. */
import type { Codec } from '../lesson/figureLink.ts';
import { partsOf, readDiagram, writeDiagram, type Diagram } from './blockDiagram.ts';

export interface Drawing {
  readonly diagram: Diagram;
  /** Id of the part on which the buttons act. */
  readonly selected: number;
}

export const DRAWINGS: Codec<Drawing> = {
  write({ diagram, selected }) {
    return `${writeDiagram(diagram)}:${1 + partsOf(diagram).findIndex(({ id }) => id === selected)}`;
  },

  read(text) {
    const [written = '', place, ...more] = text.split(':');
    const diagram = readDiagram(written);
    const part = diagram && partsOf(diagram)[Number(place) - 1];
    return part && more.length === 0 ? { diagram, selected: part.id } : undefined;
  },
};

export const INITIAL: Drawing = { diagram: readDiagram('3-3-3') ?? [], selected: 2 };
