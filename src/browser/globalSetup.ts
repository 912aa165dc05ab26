import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { siteHandler } from '../scripts/siteHandler.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built site is served during the browser tests; no slash at its end. */
    readonly siteUrl: string;
  }
}

/** Serves `build/` on a free port of this machine for as long as the browser tests run. */
export default async function serveSite(project: TestProject): Promise<() => void> {
  const server = createServer(siteHandler({ encodings: [] }));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  project.provide('siteUrl', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
