// How it differs: only names that occur twice are decided, the rest is done gate by gate; k of n by recursion with a memory; unavailabilities from end to end.
class NotPossible extends RangeError {}

const probability = (p: unknown): number => {
  if (typeof p !== 'number' || Number.isNaN(p) || p < 0 || p > 1) throw new NotPossible();
  return p;
};

export function availability(mttf: number, mttr: number): number {
  for (const time of [mttf, mttr]) if (Number.isNaN(time) || time < 0) throw new NotPossible();
  if (mttr === Infinity || Math.max(mttf, mttr) === 0) throw new NotPossible();
  if (mttf === Infinity) return 1;
  return 1 - mttr / (mttr + mttf);
}

export function downtime(a: number, period: 'day' | 'week' | 'month' | 'year'): number {
  const u = 1 - probability(a);
  switch (period) {
    case 'day':
      return u * 86400;
    case 'week':
      return u * 604800;
    case 'month':
      return u * 2592000;
    case 'year':
      return u * 31536000;
  }
}

export function nines(a: number): number {
  let u = 1 - probability(a);
  if (u === 0) return Number.POSITIVE_INFINITY;
  for (let n = -1; ; n++, u *= 10) if (u >= 1.000001) return n;
}

export function series(parts: readonly number[]): number {
  let result = 1;
  for (const part of parts) result *= probability(part);
  return result;
}

export function parallel(parts: readonly number[]): number {
  parts.forEach(probability);
  return [...parts].sort((a, b) => a - b).reduce((one, other) => one + (1 - one) * other, 0);
}

export function kOfN(k: number, n: number, p: number): number {
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 0 || n < 0) throw new NotPossible();
  probability(p);
  return atLeast(k, Array<number>(n).fill(p));
}

function atLeast(k: number, parts: readonly number[]): number {
  const memory = new Map<string, number>();
  const from = (needed: number, at: number): number => {
    if (needed <= 0) return 1;
    if (needed > parts.length - at) return 0;
    const key = `${needed},${at}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    const result = parts[at] * from(needed - 1, at + 1) + (1 - parts[at]) * from(needed, at + 1);
    memory.set(key, result);
    return result;
  };
  return from(k, 0);
}

export function tmr(r: number, rv: number, voters: 1 | 3): number {
  const module = voters === 3 ? probability(r) * probability(rv) : probability(r);
  const down = 1 - module;
  const stage = module ** 3 + 3 * module ** 2 * down;
  return voters === 3 ? stage : stage * probability(rv);
}

export function evaluate(diagram: any, probabilities: any): number {
  const entries = new Map<string, number>(Object.entries(probabilities));
  entries.forEach(probability);
  const seen = new Map<string, number>();
  (function look(part: any): void {
    if (part.type === 'k-of-n') kOfN(part.k, 0, 0);
    if (part.type !== 'component') return part.parts.forEach(look);
    if (!entries.has(part.name)) throw new NotPossible(part.name);
    seen.set(part.name, (seen.get(part.name) ?? 0) + 1);
  })(diagram);
  const shared = [...seen].filter(([, times]) => times > 1).map(([name]) => name);
  return decide(shared, entries, diagram);
}

function decide([name, ...others]: string[], known: Map<string, number>, diagram: any): number {
  if (name === undefined) return gate(diagram, known);
  const p = known.get(name) ?? 0;
  if (p === 0 || p === 1) return decide(others, known, diagram);
  const up = decide(others, new Map(known).set(name, 1), diagram);
  const down = decide(others, new Map(known).set(name, 0), diagram);
  return down + p * (up - down);
}

function gate(diagram: any, known: Map<string, number>): number {
  if (diagram.type === 'component') return known.get(diagram.name) ?? 0;
  const parts = diagram.parts.map((part: any) => gate(part, known));
  if (diagram.type === 'series') return series(parts);
  if (diagram.type === 'parallel') return parallel(parts);
  return atLeast(diagram.k, parts);
}
