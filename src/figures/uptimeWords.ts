/** Durations, shares and probabilities as the figures of the lesson on dependability write them. */
import { YEAR_HOURS } from './uptime.ts';

const UNITS = [
  { unit: 'years', one: 'year', hours: YEAR_HOURS, from: 2 * YEAR_HOURS },
  { unit: 'days', one: 'day', hours: 24, from: 24 },
  { unit: 'hours', one: 'hour', hours: 1, from: 1 },
  { unit: 'min', one: 'min', hours: 1 / 60, from: 1 / 60 },
  { unit: 's', one: 's', hours: 1 / 3600, from: 1 / 3600 },
  { unit: 'ms', one: 'ms', hours: 1 / 3_600_000, from: 0 },
] as const;

/** What rounding carries just below a unit still counts as one. */
const ALLOWANCE = 1 - 1e-9;

/** Three digits that count, in the greatest unit that fits. */
export function durationText(hours: number): string {
  const fitting = UNITS.find(({ from }) => hours >= from * ALLOWANCE) ?? UNITS[5];
  const text = numberText(hours / fitting.hours);
  return `${text} ${text === '1' ? fitting.one : fitting.unit}`;
}

/** Three digits that count, and no zeros behind them; whole where it has more. */
export function numberText(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

/** A share of which `missing` is the rest: as many digits as the rest needs to be seen. */
export function percentText(missing: number): string {
  if (missing <= 0) return '100 %';
  if (missing >= 1) return '0 %';
  const share = 100 * (1 - missing);
  if (share < 0.01) return 'below 0.01 %';
  return `${trimmed(share.toFixed(decimalsFor(100 * missing, 2)))} %`;
}

const MOST_DECIMALS = 12;

export function probabilityText(p: number): string {
  const text = trimmed(p.toFixed(decimalsFor(1 - p, 4)));
  return text === '1' && p !== 0 ? 'more than 0.999999999999' : text;
}

function decimalsFor(missing: number, more: number): number {
  return missing <= 0 ? MOST_DECIMALS : Math.min(MOST_DECIMALS, Math.max(2, Math.ceil(-Math.log10(missing)) + more));
}

function trimmed(text: string): string {
  return text.replace(/\.?0+$/u, '');
}
