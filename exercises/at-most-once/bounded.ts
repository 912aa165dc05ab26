/** How much stable storage grows while requests come and are acknowledged. */
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { readReply, readRequest } from './request.ts';
import { storedChars } from './storedChars.ts';

/** The contract's numbers: after all requests, storage is at most so many characters longer than after the first. */
export const ALL_REQUESTS = 200;
const FIRST_REQUESTS = 10;
const MAX_GROWTH_CHARS = 200;

type Storage = {
  /** By key: characters of the key and its value. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Characters in all after the first few requests; null before that. */
  readonly early: number | null;
  /** The highest number that was answered. */
  readonly answered: number;
};

/** Judges what is stored when request 11 arrives, and what is stored in the end. */
export const bounded: Property<Storage> = {
  watches: ['send', 'receive', 'store'],
  first: { sizes: new Map(), early: null, answered: 0 },
  observe(storage, event) {
    if (event.kind === 'store') return { ...storage, sizes: withStored(storage.sizes, event) };
    if (event.kind === 'receive' && storage.early === null) {
      return readRequest(event.message)?.seq === FIRST_REQUESTS + 1 ? { ...storage, early: total(storage.sizes) } : storage;
    }
    const reply = event.kind === 'send' ? readReply(event.message) : undefined;
    return reply && reply.seq > storage.answered ? { ...storage, answered: reply.seq } : storage;
  },
  atEnd({ sizes, early, answered }, { quiet }) {
    // Given up after the last round: a server that waits for a timer before each answer did not get further, and is judged by what it did.
    if (answered < ALL_REQUESTS && (quiet || answered <= FIRST_REQUESTS)) {
      return new Violation(
        'server',
        `Of ${ALL_REQUESTS} requests only ${answered} were answered, although nothing was lost and nothing crashed.`,
      );
    }
    const growth = total(sizes) - (early ?? 0);
    if (growth <= MAX_GROWTH_CHARS) return undefined;
    return new Violation(
      'server',
      `After ${answered} requests the stable storage of the server is ${total(sizes)} characters long, after ${FIRST_REQUESTS} it was ${early ?? 0}. ` +
        `It may grow by ${MAX_GROWTH_CHARS} characters. Each request had acknowledged the answers to all before it, so nobody will ask for them again.`,
    );
  },
};

function withStored(sizes: Storage['sizes'], event: RunEvent & { kind: 'store' }): Storage['sizes'] {
  const next = new Map(sizes);
  if ('value' in event) next.set(event.key, storedChars(event.key, event.value));
  else next.delete(event.key);
  return next;
}

function total(sizes: Storage['sizes']): number {
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
