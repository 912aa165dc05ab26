/** The times and numbers of the queue. */

/** Gradings that one batch has in the queue at once: enough for a large fleet, little for Redis' memory (up to 350 KB each). */
export const QUEUE_WINDOW = 256;

/** Milliseconds between two looks at what is awaited. */
export const QUEUE_PAUSE_MS = 200;

/** Milliseconds after which a worker that gives no sign counts as dead. It grades in a thread, so its signs do not wait for a grading. */
export const LOCK_MS = 10_000;

/** Milliseconds between two looks for jobs of dead workers. */
export const STALLED_LOOK_MS = 5_000;

/**
 * How often a job may lose its worker. Machines of a fleet come and go, and a killed worker says nothing against the answer; a submission
 * that ends every worker must end too.
 */
export const MAX_STALLS = 10;
