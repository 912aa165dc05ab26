/** A server of the built site that a test can stop, and that can serve another version of it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { siteHandler } from '../scripts/siteHandler.mjs';

export interface CourseServer {
  /** No slash at its end. */
  readonly url: string;
  /** Serves another text in place of a file of the site, from now on. `path` as in an address: `/sw.js`. */
  readonly change: (path: string, to: (text: string) => string) => void;
  readonly stop: () => Promise<void>;
}

export async function serveCourse(): Promise<CourseServer> {
  const changed = new Map<string, string>();
  const site = siteHandler({ encodings: [] });
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const text = changed.get(request.url ?? '');
    if (text === undefined) return void site(request, response);
    response.writeHead(200, { 'content-type': request.url?.endsWith('.js') ? 'text/javascript' : 'text/html' });
    response.end(text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    change: (path, to) => void changed.set(path, to(readFileSync(new URL(`../../build${path}`, import.meta.url), 'utf8'))),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
