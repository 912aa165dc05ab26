/** Which files of the built site are kept for use without a network. */
import { createHash } from 'node:crypto';

/** In the form that workbox reads. */
export interface KeptFile {
  /** From where the worker stands, which is the course's own folder. */
  readonly url: string;
  /** Of the content; null where the name has one in it. */
  readonly revision: string | null;
}

interface BuiltFile {
  /** With slashes, from the folder of the site. */
  readonly path: string;
  readonly content: Uint8Array;
}

export const WORKER_FILE = 'sw.js';

/** Licences are for reading on the host, source maps for its makers. */
const UNKEPT = /(^|\/)\.|\.(txt|map|xml)$/;
const NAMED_BY_CONTENT = /[./-][0-9a-f]{8,}\.\w+$/;
const REVISION_DIGITS = 16;

/** In the order of their paths, so that the same site gives the same worker. */
export function keptFiles(files: readonly BuiltFile[]): KeptFile[] {
  return files
    .filter(({ path }) => isKept(path))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map(({ path, content }) => ({
      url: path.split('/').map(encodeURIComponent).join('/'),
      revision: NAMED_BY_CONTENT.test(`/${path}`) ? null : createHash('sha256').update(content).digest('hex').slice(0, REVISION_DIGITS),
    }));
}

export function isKept(path: string): boolean {
  return path !== WORKER_FILE && !UNKEPT.test(path);
}
