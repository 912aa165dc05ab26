/** Memories for property tests: few names and few times, so that records meet. */
import * as fc from 'fast-check';
import { fingerprint } from './fingerprint.ts';
import { joinAll } from './merge.ts';
import type { Contents } from './tables.ts';

const STARTER = '// TODO\n';
const id = fc.constantFrom('hamming', 'tmr-voter');
const at = fc.nat({ max: 6 });
const source = fc.constantFrom(STARTER, 'one\n', 'two\n', 'three\n', 'four\n');
const starter = fc.constantFrom(fingerprint(STARTER), fingerprint('// An older starter.\n'));
const why = fc.constantFrom('run' as const, 'reset' as const, 'import' as const, 'other-tab' as const);
const check = fc.record({ id: fc.constantFrom('a', 'b', '__proto__'), at });

const loose: fc.Arbitrary<Contents> = fc.record({
  drafts: fc.array(fc.record({ exercise: id, source, starter, edits: fc.nat({ max: 2 }), tab: fc.constantFrom('x', 'y'), at }), {
    maxLength: 2,
  }),
  snapshots: fc.array(
    fc.record({ exercise: id, source: fc.oneof(source, fc.nat({ max: 30 }).map(String)), at, why, isKept: fc.boolean() }),
    { maxLength: 30 },
  ),
  attempts: fc.array(
    fc.record({
      exercise: id,
      at,
      verdict: fc.constantFrom('passed' as const, 'failed' as const),
      score: at,
      maxScore: fc.constant(9),
      checks: fc.constant([]),
      sha256: fc.constantFrom('s', 't'),
    }),
  ),
  best: fc.array(
    fc.record(
      { exercise: id, score: at, maxScore: fc.constantFrom(8, 9), at, passed: fc.array(check, { maxLength: 2 }), solvedAt: at },
      { requiredKeys: ['exercise', 'score', 'maxScore', 'at', 'passed'] },
    ),
    { maxLength: 2 },
  ),
  answers: fc.array(
    fc.record({ question: fc.constantFrom('hamming/1', 'hamming/2'), chosen: fc.nat({ max: 2 }), isRight: fc.boolean(), at }),
  ),
  lessons: fc.array(
    fc.record(
      { lesson: id, firstAt: at, lastAt: at, heading: fc.record({ id: fc.constantFrom('p', 'q'), at }), finishedAt: at },
      { requiredKeys: ['lesson', 'firstAt', 'lastAt'] },
    ),
  ),
  settings: fc.array(fc.record({ name: fc.constantFrom('pane', 'wrap'), value: fc.oneof(fc.boolean(), fc.nat({ max: 3 })), at })),
  places: fc.array(fc.record({ kind: fc.constantFrom('lesson' as const, 'exercise' as const), id, at })),
  broken: fc.array(fc.record({ table: fc.constant('drafts'), key: id, json: fc.constantFrom('1', '{}') })),
});

/** A memory as a store has it: one record for each key. */
export const contents: fc.Arbitrary<Contents> = loose.map((all) => ({
  drafts: joinAll('drafts', all.drafts),
  snapshots: joinAll('snapshots', all.snapshots),
  attempts: joinAll('attempts', all.attempts),
  best: joinAll('best', all.best),
  answers: joinAll('answers', all.answers),
  lessons: joinAll('lessons', all.lessons),
  settings: joinAll('settings', all.settings),
  places: joinAll('places', all.places),
  broken: joinAll('broken', all.broken),
}));
