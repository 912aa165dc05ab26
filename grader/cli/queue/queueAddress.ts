import { VERSION } from '../../base/version.ts';
import { UsageError, type Input } from '../command.ts';

/** Where the queue is, and under which name: workers of another version serve another queue, for their reports would differ. */
export interface QueueAddress {
  readonly url: string;
  readonly name: string;
  /** To be shown: without user and password. */
  readonly host: string;
}

/** @throws UsageError */
export function readQueueAddress(input: Input): QueueAddress | undefined {
  const url = input.text('queue');
  if (url === undefined) return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^rediss?:$/.test(parsed.protocol) || parsed.hostname === '' || !/^(?:\/\d*)?$/.test(parsed.pathname)) {
    // The text itself may hold a password.
    throw new UsageError(
      '--queue is the address of a Redis or Valkey, such as redis://127.0.0.1:6379 or rediss://user:password@host:6380/0.',
    );
  }
  return { url, name: `faultline-${VERSION}`, host: `${parsed.hostname}:${parsed.port || '6379'}` };
}
