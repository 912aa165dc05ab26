// How it differs: diagrams are judged in each of the 2^n states; k of n is a sum of binomial terms, cut at 1; logarithms wherever they serve.
type Diagram =
  | { type: 'component'; name: string }
  | { type: 'series' | 'parallel'; parts: Diagram[] }
  | { type: 'k-of-n'; k: number; parts: Diagram[] };

const DAYS = new Map([
  ['day', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
]);

const fail = (why: string): never => {
  throw new RangeError(why);
};
const within = (p: number): number => (typeof p === 'number' && p >= 0 && p <= 1 ? p : fail('no probability'));
const whole = (n: number): number => (Number.isInteger(n) && n >= 0 ? n : fail('no count'));

export const availability = (mttf: number, mttr: number): number => {
  if (Number.isNaN(mttf) || Number.isNaN(mttr) || mttf < 0 || mttr < 0) fail('no time');
  if (!Number.isFinite(mttr)) fail('never repaired');
  if (mttr === 0) return mttf === 0 ? fail('never anything') : 1;
  return 1 / (1 + mttr / mttf);
};

export const downtime = (a: number, period: string): number => (1 - within(a)) * 24 * 3600 * (DAYS.get(period) ?? fail('no period'));

export const nines = (a: number): number => Math.max(0, Math.floor(-Math.log10(1 - within(a)) + Math.log10(1 + 1e-6)));

export const series = (parts: readonly number[]): number => Math.exp(parts.map(within).reduce((sum, p) => sum + Math.log(p), 0));

export const parallel = (parts: readonly number[]): number => -Math.expm1(parts.map(within).reduce((sum, p) => sum + Math.log1p(-p), 0));

export const kOfN = (k: number, n: number, p: number): number => {
  (whole(k), whole(n), within(p));
  let sum = 0;
  for (let i = k; i <= n; i++) sum += (factorial(n) / factorial(i) / factorial(n - i)) * p ** i * (1 - p) ** (n - i);
  return Math.min(sum, 1);
};

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

export const tmr = (r: number, rv: number, voters: number): number => {
  (within(r), within(rv));
  const twoOfThree = (x: number): number => x * x * (3 - 2 * x);
  return voters === 3 ? twoOfThree(r * rv) : rv * twoOfThree(r);
};

export const evaluate = (diagram: Diagram, probabilities: Record<string, number>): number => {
  for (const name in probabilities) within(probabilities[name]);
  const names = collect(diagram, []);
  for (const name of names) if (!Object.keys(probabilities).includes(name)) fail(name);
  let sum = 0;
  for (let state = 0; state < 1 << names.length; state++) {
    if (!up(diagram, names, state)) continue;
    let weight = 1;
    for (let at = 0; at < names.length; at++) weight *= (state >> at) & 1 ? probabilities[names[at]] : 1 - probabilities[names[at]];
    sum += weight;
  }
  return Math.min(sum, 1);
};

function collect(diagram: Diagram, names: string[]): string[] {
  if (diagram.type === 'component') {
    if (!names.includes(diagram.name)) names.push(diagram.name);
    return names;
  }
  if (diagram.type === 'k-of-n') whole(diagram.k);
  for (const part of diagram.parts) collect(part, names);
  return names;
}

function up(diagram: Diagram, names: string[], state: number): boolean {
  if (diagram.type === 'component') return ((state >> names.indexOf(diagram.name)) & 1) === 1;
  let working = 0;
  for (const part of diagram.parts) if (up(part, names, state)) working++;
  if (diagram.type === 'k-of-n') return working >= diagram.k;
  return working >= (diagram.type === 'series' ? diagram.parts.length : 1);
}
