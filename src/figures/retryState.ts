/** What the timeline of retries shows, and how it is written in a link: `800.fixed.4.1` is window, waits, attempts, clients. */
import type { Codec } from '../lesson/figureLink.ts';
import type { Backoff, Plan } from './retryTimeline.ts';

export const SPIKE_MS = 50;
/** Just beyond the last attempt that can be; more is for ever. */
const LONGEST_MS = 3350;
export const MOST_ATTEMPTS = 5;
export const HERDS = [1, 10, 20, 40, 60] as const;
export const BACKOFFS: readonly { readonly backoff: Backoff; readonly text: string }[] = [
  { backoff: 'fixed', text: 'fixed: 200 ms' },
  { backoff: 'exponential', text: 'doubled' },
  { backoff: 'jitter', text: 'doubled, with jitter' },
];

export const INITIAL: Plan = { windowMs: 800, backoff: 'fixed', attempts: 4, clients: 1 };

export const planCodec: Codec<Plan> = {
  write: ({ windowMs, backoff, attempts, clients }) => [windowMs === Infinity ? 'ever' : windowMs, backoff, attempts, clients].join('.'),
  read(text) {
    const [window = '', waits, attempts, clients] = text.split('.');
    const plan = {
      windowMs: window === 'ever' ? Infinity : Number(window),
      backoff: BACKOFFS.find(({ backoff }) => backoff === waits)?.backoff,
      attempts: Number(attempts),
      clients: HERDS.find((herd) => herd === Number(clients)),
    };
    const isWindow = plan.windowMs === Infinity || (plan.windowMs >= SPIKE_MS && plan.windowMs <= LONGEST_MS);
    const isCount = Number.isInteger(plan.attempts) && plan.attempts >= 1 && plan.attempts <= MOST_ATTEMPTS;
    const { backoff, clients: herd } = plan;
    return isWindow && isCount && backoff && herd ? { ...plan, backoff, clients: herd } : undefined;
  },
};
