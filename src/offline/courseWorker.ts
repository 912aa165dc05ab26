/**
 * The page's side of the service worker: has it installed, and says what is new.
 *
 * Where there can be no worker, nothing is said and nothing else changes.
 */
import { takingMark as mark } from './takingMark.ts';
import { TAKE_IT } from './takeIt.ts';

export type OfflineNews =
  /** Every file of the course is kept. */
  | 'kept'
  /** A new version is kept and waits. */
  | 'newer'
  /** Another tab has taken the new version; this page is still of the old one. */
  | 'taken-elsewhere';

/**
 * How long a new version is waited for once it is asked for, in milliseconds. Chromium lets the old worker finish what it does, and where a
 * tab has just been opened it forgets to look again until a page is loaded.
 */
const PATIENCE_MS = 4000;

export interface CourseWorker {
  /** Takes the new version, which loads the page anew. */
  readonly take: () => void;
}

interface Watched {
  /** Of the worker. */
  readonly url: string;
  /** The worker that gave the page, if one did: it may have been replaced by another tab before anybody watched. */
  readonly ofPage: ServiceWorker | null;
  readonly tell: (news: OfflineNews) => void;
}

export async function watchCourse(container: ServiceWorkerContainer, { url, ofPage, tell }: Watched): Promise<CourseWorker | undefined> {
  let isTaking = false;
  let wasControlled = container.controller !== null;
  if (ofPage && container.controller !== ofPage) tell('taken-elsewhere');
  container.addEventListener('controllerchange', () => {
    if (isTaking) location.reload();
    else if (wasControlled) tell('taken-elsewhere');
    wasControlled = true;
  });

  const registration = await registered(container, url);
  if (!registration) return undefined;
  // The page was loaded because the new version did not come; whether it was loaded by the new one, it cannot know.
  if (mark.wasSet() && !registration.waiting) location.reload();
  // A first worker never waits.
  else if (registration.waiting && registration.active) tell('newer');
  else if (registration.active?.state === 'activated') tell('kept');
  registration.addEventListener('updatefound', () => follow(registration, tell));
  follow(registration, tell);
  return {
    take() {
      isTaking = true;
      if (!registration.waiting) return location.reload();
      registration.waiting.postMessage(TAKE_IT);
      setTimeout(() => {
        mark.set();
        location.reload();
      }, PATIENCE_MS);
      return undefined;
    },
  };
}

/** Undefined where it is forbidden, fails, or is made to do nothing. */
async function registered(container: ServiceWorkerContainer, url: string): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await container.register(url);
  } catch {
    return undefined;
  }
}

function follow(registration: ServiceWorkerRegistration, tell: (news: OfflineNews) => void): void {
  const worker = registration.installing;
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' && registration.active) tell('newer');
    else if (worker.state === 'activated' && registration.active === worker) tell('kept');
  });
}
