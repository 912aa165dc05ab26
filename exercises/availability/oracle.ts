/** What each function must return, as exact fractions of the doubles that it is given. Diagrams are judged state by state. */
import { complement, exactly, isBelow, ONE, over, plus, times, toNumber, ZERO, type Rational } from './rational.ts';

export type Period = 'day' | 'week' | 'month' | 'year';

export type Diagram =
  | { readonly type: 'component'; readonly name: string }
  | { readonly type: 'series' | 'parallel'; readonly parts: readonly Diagram[] }
  | { readonly type: 'k-of-n'; readonly k: number; readonly parts: readonly Diagram[] };

export type Probabilities = { readonly [name: string]: number };

const DAYS: { readonly [period in Period]: number } = { day: 1, week: 7, month: 30, year: 365 };

export function exactAvailability(mttf: number, mttr: number): Rational {
  if (mttf === Infinity) return ONE;
  return over(exactly(mttf), plus(exactly(mttf), exactly(mttr)));
}

export function exactDowntime(a: number, period: Period): Rational {
  return times(complement(exactly(a)), exactly(DAYS[period] * 24 * 60 * 60));
}

/** `a` below 1. */
export function exactNines(a: number): number {
  const allowed = (n: number): Rational => ({ top: 1_000_001n, bottom: 1_000_000n * 10n ** BigInt(n) });
  let n = 0;
  while (isBelow(complement(exactly(a)), allowed(n + 1))) n += 1;
  return n;
}

export function exactSeries(parts: readonly Rational[]): Rational {
  return parts.reduce(times, ONE);
}

export function exactParallel(parts: readonly Rational[]): Rational {
  return complement(exactSeries(parts.map(complement)));
}

/** The binomial terms from k to n, each as a fraction over the same denominator. */
export function exactKOfN(k: number, n: number, p: Rational): Rational {
  let sum = ZERO;
  let choices = 1n;
  for (let working = 0; working <= n; working += 1) {
    const parts = Array.from({ length: n }, (_, part) => (part < working ? p : complement(p)));
    const { top, bottom } = exactSeries(parts);
    if (working >= k) sum = plus(sum, { top: choices * top, bottom });
    choices = (choices * BigInt(n - working)) / BigInt(working + 1);
  }
  return sum;
}

export function exactTmr(r: number, rv: number, voters: 1 | 3): Rational {
  if (voters === 1) return times(exactKOfN(2, 3, exactly(r)), exactly(rv));
  return exactKOfN(2, 3, times(exactly(r), exactly(rv)));
}

/** The sum over all states of the components in which the diagram works. */
export function exactDiagram(diagram: Diagram, probabilities: Probabilities): Rational {
  const names = [...new Set(namesIn(diagram))];
  const sumFrom = (at: number, state: number): Rational => {
    const name = names[at];
    if (name === undefined) return worksIn(state, names, diagram) ? ONE : ZERO;
    const p = exactly(probabilities[name] ?? 0);
    return plus(times(p, sumFrom(at + 1, state | (1 << at))), times(complement(p), sumFrom(at + 1, state)));
  };
  return sumFrom(0, 0);
}

function namesIn(diagram: Diagram): string[] {
  return diagram.type === 'component' ? [diagram.name] : diagram.parts.flatMap(namesIn);
}

/** `state` has one bit for each name. */
function worksIn(state: number, names: readonly string[], diagram: Diagram): boolean {
  switch (diagram.type) {
    case 'component':
      return (state & (1 << names.indexOf(diagram.name))) !== 0;
    case 'series':
      return diagram.parts.every((part) => worksIn(state, names, part));
    case 'parallel':
      return diagram.parts.some((part) => worksIn(state, names, part));
    case 'k-of-n':
      return diagram.parts.filter((part) => worksIn(state, names, part)).length >= diagram.k;
  }
}

/** A number as a learner reads it: twelve digits, no zeros at the end. */
export function readable(value: Rational): string {
  return String(Number(toNumber(value).toPrecision(12)));
}
