/**
 * Eleven records of a server, in the notation of the exercise classify-failure: what its log shows and what two observers got.
 *
 * `get` is answered with 7 and `put` with 1, from 5 to 10 ms after the request. `put` leads from state A to B; `get` changes nothing.
 */
import { exchange, type Halt, type Spec, type Trace } from '../../exercises/classify-failure/trace.ts';

export interface FailureRecord {
  /** A letter, by which the page names it. */
  readonly id: string;
  readonly trace: Trace;
  /** Why it belongs where it does. */
  readonly why: string;
  /** What the observers come to know apart from the replies. */
  readonly told?: string;
}

export const SPEC: Spec = {
  earliest: 5,
  latest: 10,
  value: { get: 7, put: 1 },
  transitions: [
    ['A', 'get', 'A'],
    ['A', 'put', 'B'],
    ['B', 'get', 'B'],
  ],
};

export const RECORDS: readonly [FailureRecord, ...FailureRecord[]] = [
  record('A', 'The log lacks the put, so the request was never taken in. Then the server answers again.', [
    'get A>A | 7@6 7@7',
    'put lost | - -',
    'get A>A | 7@7 7@6',
  ]),
  record(
    'B',
    'The put was done, then nothing more is heard, and nobody can tell this from a server that is slow.',
    ['get A>A | 7@6 7@6', 'put A>B | - -', 'get lost | - -'],
    {
      how: 'no',
      told: 'nothing. They go on waiting.',
    },
  ),
  record('C', 'Every answer is right, but in exchange 2 it comes after more than 10 ms.', [
    'get A>A | 7@6 7@7',
    'get A>A | 7@16 7@17',
    'put A>B | 1@6 1@7',
  ]),
  record('D', 'The log has the put and its step, so the work was done and only the replies are missing.', [
    'put A>B | - -',
    'get B>B | 7@6 7@7',
    'get B>B | 7@7 7@6',
  ]),
  record('E', 'In exchange 2 both observers get the same wrong number, in time.', [
    'get A>A | 7@6 7@7',
    'get A>A | 9@6 9@7',
    'put A>B | 1@7 1@6',
  ]),
  record(
    'F',
    'Nothing is heard after exchange 1, and the others know for certain why.',
    ['get A>A | 7@7 7@7', 'get lost | - -', 'put lost | - -'],
    {
      how: 'reliably',
      told: 'that the server has halted. A hardware monitor saw it stop and cut its power; this monitor is never wrong.',
    },
  ),
  record('G', 'It tells p and q different things about the same moment, and each of them looks like an answer.', [
    'get A>A | 7@6 7@7',
    'get A>A | 7@7 9@6',
    'get A>A | 3@6 8@7',
  ]),
  record('H', 'Every answer is right, but in exchange 2 it comes before 5 ms have passed.', [
    'get A>A | 7@6 7@7',
    'get A>A | 7@2 7@2',
    'put A>B | 1@6 1@7',
  ]),
  record('I', 'Every reply is right and in time. But in exchange 2 the log shows a step from B to A, which get must not take.', [
    'put A>B | 1@6 1@7',
    'get B>A | 7@6 7@7',
    'get A>A | 7@7 7@6',
  ]),
  record('J', 'What it puts out is no answer to anything, and p and q can see this.', [
    'get A>A | 7@7 7@6',
    'get in | junk@6 junk@7',
    'put in | junk@7 junk@6',
  ]),
  record(
    'K',
    'Nothing is heard after exchange 1. The others find out in the end, and have been wrong before.',
    ['put A>B | 1@7 1@6', 'get lost | - -', 'get lost | - -'],
    {
      how: 'eventually',
      told: 'by a failure detector that the server is down. It said so once before exchange 1 as well, and took it back; this time it stays so.',
    },
  ),
];

function record(id: string, why: string, lines: readonly string[], halt?: { readonly how: Halt; readonly told: string }): FailureRecord {
  const trace = { exchanges: lines.map(exchange), haltDetected: halt?.how ?? 'no' } as const;
  return halt === undefined ? { id, why, trace } : { id, why, trace, told: halt.told };
}
