/** How a pipeline is written in a page's address: its mode, what is broken in it, and whether that is wrong alike: `single:V5:alike`. */
import type { Codec } from '../lesson/figureLink.ts';
import { MODES, PARTS, type Pipeline } from './tmrPipeline.ts';

export const pipelineCodec: Codec<Pipeline> = {
  write({ mode, broken, isAlike }) {
    return [mode, PARTS.flatMap(({ name }) => (broken.includes(name) ? [name] : [])).join(','), ...(isAlike ? ['alike'] : [])].join(':');
  },

  read(text) {
    const [first, list = '', alike, ...rest] = text.split(':');
    const mode = MODES.find((known) => known === first);
    const broken = list === '' ? [] : list.split(',');
    const isKnown = broken.every((name) => PARTS.some((part) => part.name === name));
    if (mode === undefined || !isKnown || (alike ?? 'alike') !== 'alike' || rest.length > 0) return undefined;
    return { mode, broken: [...new Set(broken)], isAlike: alike === 'alike' };
  },
};
