import { grouped } from '../base/grouped.ts';
import { MAX_CALL_OPERATIONS, MAX_SANDBOX_BYTES } from '../base/limits.ts';
import type { Stopped } from './outcome.ts';

/** What is said of a call that was stopped: in the place of its result, and as sentences. `operations`: what the whole grading may use. */
export function stoppedText(stopped: Stopped, call: string, operations: number): [actual: string, message: string] {
  switch (stopped.why) {
    case 'operations': {
      const limit = grouped(MAX_CALL_OPERATIONS);
      return [
        `no answer within ${limit} operations`,
        `${call} did not end within ${limit} operations. Look for a loop or a recursion that never comes to its end.`,
      ];
    }
    case 'memory': {
      const limit = `${MAX_SANDBOX_BYTES / 1024 / 1024} MiB`;
      return [
        `needed more than ${limit}`,
        `${call} needed more than the ${limit} of memory that it has. Look for something that grows without end.`,
      ];
    }
    case 'stack':
      return [
        'the calls went too deep',
        `${call} went deeper than the stack allows, some 800 calls. Look for a recursion that never comes to its end.`,
      ];
    case 'printed':
      return ['printed without end', `${call} printed far more than anybody can read. Print a few values, then look.`];
    case 'run':
      return [
        'not run to its end',
        `The grading used up its ${grouped(operations)} operations before this check was done, so nothing is known of it. Mend what runs away in the other checks first.`,
      ];
  }
}
