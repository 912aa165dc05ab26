/**
 * A laid-out space-time diagram as SVG text. Colours and strokes come from classes (`diagram.css`), so that light and dark are one drawing.
 *
 * The same text stands in pages of the course and in what `faultline replay --html` writes.
 */
import { escaped } from '../base/escaped.ts';
import { LOOP_HEIGHT, type Arrow } from './arrows.ts';
import type { Label } from './labels.ts';
import type { Lane } from './lanes.ts';
import type { Layout } from './layout.ts';
import type { Mark } from './marks.ts';

/** What stands in the `<svg>`: from the band behind to the ring before everything. All text is escaped. */
export function svgOf(layout: Layout): string {
  const { lanes, arrows, marks, violation, height } = layout;
  const band = violation ? `<rect class="band" x="${n(violation.x - 14)}" y="0" width="28" height="${height}"/>` : '';
  const ring = violation ? `<circle class="ring" cx="${n(violation.x)}" cy="${violation.y}" r="13"/>` : '';
  return [band, ...lanes.map(laneOf), ...arrows.map(arrowOf), ...marks.map(markOf), ...labelsOf(layout), ring].join('');
}

function laneOf({ y, isAdversary, spans }: Lane): string {
  return spans
    .map(({ from, to, kind }) => {
      if (kind === 'down') return `<path class="lane down" d="M${n(from)} ${y}H${n(to)}"/>`;
      const line = `<path class="lane up" d="M${n(from)} ${y}H${n(to)}"/>`;
      return isAdversary ? `${line}<path class="lane adversary" d="${waveFrom(from, to, y + 5)}"/>` : line;
    })
    .join('');
}

function waveFrom(from: number, to: number, y: number): string {
  const waves = Math.max(1, Math.round((to - from) / 12));
  return `M${n(from)} ${y}${`q3 -4 6 0t6 0`.repeat(waves)}`;
}

function arrowOf({ kind, isCopy, isLoop, from, to }: Arrow): string {
  const way = isLoop
    ? `M${at(from)}C${n(from.x)} ${from.y - LOOP_HEIGHT * 1.3} ${n(to.x)} ${to.y - LOOP_HEIGHT * 1.3} ${at(to)}`
    : `M${at(from)}L${at(to)}`;
  const line = `<path class="message ${kind}${isCopy ? ' copy' : ''}" d="${way}"/>`;
  const tail = `<circle class="tail" cx="${n(from.x)}" cy="${from.y}" r="2.5"/>`;
  return `${line}${tail}${endOf({ kind, isLoop, from, to })}`;
}

function endOf({ kind, isLoop, from, to }: Pick<Arrow, 'kind' | 'isLoop' | 'from' | 'to'>): string {
  if (kind === 'pending') return '';
  if (kind === 'lost') return `<path class="cross" d="M${n(to.x - 5)} ${n(to.y - 5)}l10 10m0 -10l-10 10"/>`;
  const angle = isLoop ? 60 : (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  return `<path class="head ${kind}" transform="translate(${at(to)}) rotate(${n(angle)})" d="M0 0l-9 -4v8z"/>`;
}

function markOf({ kind, x, y }: Mark): string {
  return `<g class="mark ${kind}" transform="translate(${n(x)} ${y})">${SIGNS[kind]}</g>`;
}

const CLOCK = '<circle r="5.5"/><path d="M0 -3.2V0H2.6"/>';

/** Around the point of the lane where the event happened. */
const SIGNS: Readonly<Record<Mark['kind'], string>> = {
  start: '<path d="M0 -6V6"/>',
  // No longer than leaves room for the words of what stands beside it.
  request: '<path d="M0 0V11"/><path class="flag" d="M0 4h8l-2.2 3.5 2.2 3.5h-8z"/>',
  indicate: '<path d="M0 0V-11"/><path class="flag" d="M0 -11h8l-2.2 3.5 2.2 3.5h-8z"/>',
  store: '<path class="body" d="M-5 -5v9a5 2.2 0 0 0 10 0v-9"/><ellipse cy="-5" rx="5" ry="2.2"/>',
  'set-timer': CLOCK,
  'cancel-timer': `${CLOCK}<path class="strike" d="M-7 7L7 -7"/>`,
  timer: CLOCK,
  crash: '<path d="M-3 -11L3 -4L-3 2L3 9"/>',
  recover: '<circle r="5"/>',
  throw: '<path d="M-5 -5L5 5M5 -5L-5 5"/>',
};

function labelsOf({ marks, arrows }: Layout): string[] {
  return [
    ...marks.flatMap(({ kind, label }) => (label ? [textOf(`label ${kind}`, label)] : [])),
    ...arrows.flatMap(({ kind, label }) => (label ? [textOf(`label message ${kind}`, label)] : [])),
  ];
}

function textOf(name: string, { x, y, text }: Label): string {
  return `<text class="${name}" x="${n(x)}" y="${n(y + 4)}">${escaped(text)}</text>`;
}

function at({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${n(x)} ${n(y)}`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
