import { MAX_SOURCE_BYTES } from '../base/limits.ts';
import type { Diagnostic } from '../base/report.ts';

/** Why a source is too large to be graded. Undefined where it is not. */
export function tooLarge({ length }: Uint8Array): Diagnostic | undefined {
  if (length <= MAX_SOURCE_BYTES) return undefined;
  return {
    code: 'E_SIZE',
    message: `The source has ${length} bytes, and at most ${MAX_SOURCE_BYTES} (256 KiB) are graded. Leave out what the exercise does not need.`,
  };
}
