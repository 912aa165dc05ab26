import { MAX_CALL_OPERATIONS, MAX_SANDBOX_BYTES } from '../base/limits.ts';
import { printable } from '../base/printable.ts';
import type { Diagnostic } from '../base/report.ts';
import type { Exercise } from '../checks/exercise.ts';
import { NESTED_TOO_DEEPLY } from '../compile/compile.ts';
import type { Place } from '../compile/place.ts';
import { ABSENT } from '../sandbox/absent.ts';
import type { Loaded } from '../sandbox/sandbox.ts';

/** Why a submission that was loaded cannot be graded; nothing if it can. */
export function explainLoad(
  loaded: Loaded,
  { exports, roles = [] }: Pick<Exercise, 'exports' | 'roles'>,
  placeOf: (name: string) => Place | undefined,
): Diagnostic[] {
  switch (loaded.kind) {
    case 'loaded':
      return [
        ...exports.flatMap((name) => explainExport(name, loaded.exports.get(name), placeOf(name), FUNCTION)),
        ...roles.flatMap((name) => explainExport(name, loaded.exports.get(name), placeOf(name), CLASS)),
      ];
    case 'syntax':
      return [
        {
          code: 'E_SYNTAX',
          message: `The language does not allow this: ${printable(loaded.error.message ?? 'it is not said why')}.`,
          ...loaded.error.place,
        },
      ];
    case 'nested':
      return [NESTED_TOO_DEEPLY];
    case 'threw': {
      const absent = ABSENT.find((one) => one.message === loaded.error.message);
      if (absent) return [{ code: absent.code, message: absent.message, ...loaded.error.place }];
      return [{ code: 'E_LOAD', message: `The source threw while it was loaded: ${loaded.error.text}`, ...loaded.error.place }];
    }
    case 'waits':
      return [{ code: 'E_LOAD', message: 'The source uses `await` at its top level, and nothing here ever makes it go on. Leave it out.' }];
    case 'stopped':
      return [{ code: 'E_LOAD', message: STOPPED[loaded.why] }];
  }
}

const STOPPED = {
  operations: `The source did not end within ${MAX_CALL_OPERATIONS / 1_000_000} million operations while it was loaded. Look for a loop outside of all functions.`,
  memory: `The source needed more than ${MAX_SANDBOX_BYTES / 1024 / 1024} MiB of memory while it was loaded.`,
  stack: 'The source went deeper than the stack allows while it was loaded. Look for a recursion that never comes to its end.',
  printed: 'The source printed far more than anybody can read while it was loaded.',
  run: 'The source used up all operations of the grading while it was loaded.',
};

interface Wanted {
  readonly noun: string;
  readonly form: (name: string) => string;
}

const FUNCTION: Wanted = { noun: 'function', form: (name) => `Write \`export function ${name}(…) { … }\`.` };
const CLASS: Wanted = { noun: 'class', form: (name) => `Write \`export class ${name} { … }\`.` };

function explainExport(name: string, kind: string | undefined, place: Place | undefined, wanted: Wanted): Diagnostic[] {
  if (kind === 'function') return [];
  const form = wanted.form(name);
  if (kind === undefined) return [{ code: 'E_EXPORT', message: `The ${wanted.noun} \`${name}\` is not exported. ${form}` }];
  return [
    {
      code: 'E_EXPORT',
      message: `\`${name}\` is exported, but it is ${NOUNS[kind] ?? `a ${kind}`} and must be a ${wanted.noun}. ${form}`,
      ...place,
    },
  ];
}

const NOUNS: Readonly<Record<string, string>> = { undefined: 'undefined', null: 'null', object: 'an object', array: 'an array' };
