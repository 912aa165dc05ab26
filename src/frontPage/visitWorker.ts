/** Visits in a worker, so that the page never waits for it. */
import { visit } from './visit.ts';

self.postMessage(visit());
