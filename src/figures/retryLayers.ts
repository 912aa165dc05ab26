/** Retries in layers: each caller makes up to so many attempts, and each of them is a request to the layer below. */
import type { Codec } from '../lesson/figureLink.ts';

export const RETRIES = ['everywhere', 'at the top', 'at the bottom'] as const;

export interface Stack {
  /** Layers above the database, each of which calls the next. */
  readonly callers: number;
  /** Attempts of each caller that retries, the first among them. */
  readonly attempts: number;
  readonly retries: (typeof RETRIES)[number];
}

/** Callers and attempts at most: 256 requests can still be drawn. */
export const MOST = 4;

const CALLERS = ['browser', 'shop', 'stock', 'prices'] as const;

/** From the user's side down. */
export function layerNames({ callers }: Stack): readonly string[] {
  return [...CALLERS.slice(0, callers), 'database'];
}

/** The most requests that each layer gets for one request of a user while the database fails, from the user's side down. */
export function requestsPerLayer({ callers, attempts, retries }: Stack): readonly number[] {
  const requests = [1];
  for (let caller = 0; caller < callers; caller += 1) {
    const isRetrying = retries === 'everywhere' || caller === (retries === 'at the top' ? 0 : callers - 1);
    requests.push((requests[caller] ?? 1) * (isRetrying ? attempts : 1));
  }
  return requests;
}

/** `3.4.0`: callers, attempts, and who retries as its place in `RETRIES`. */
export const stackCodec: Codec<Stack> = {
  write: ({ callers, attempts, retries }) => [callers, attempts, RETRIES.indexOf(retries)].join('.'),
  read(text) {
    const [callers = 0, attempts = 0, who = 0] = text.split('.').map(Number);
    const retries = RETRIES[who];
    return retries && isCount(callers) && isCount(attempts) ? { callers, attempts, retries } : undefined;
  },
};

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MOST;
}
