import { expect, test } from 'vitest';
import { newCommitRuns, usualOffer } from './commitRun.ts';
import { meterOf } from './commitMeter.ts';
import type { Protocol } from './commitScenarios.ts';
import { standingsOf } from './standings.ts';
import type { Decision } from './stepwise.ts';
import { namedVotes, transactionCodec } from './transactionState.ts';

/** The words of the meter as they change along the usual run. */
function story(protocol: Protocol, votes: readonly Decision[]): readonly string[] {
  const runs = newCommitRuns({ protocol, votes, faults: {}, acknowledges: true });
  const seen: string[] = [];
  const choices: number[] = [];
  for (;;) {
    const run = runs.at(choices);
    if (!run) throw new Error('the usual step is possible');
    const standings = standingsOf(run.trace, ['coordinator', 'p1', 'p2', 'p3'], namedVotes(votes));
    const { atomicity, outcome, words } = meterOf({ protocol, votes: namedVotes(votes), standings, violation: run.violation });
    const text = `${atomicity}, ${outcome}: ${words}`;
    if (seen.at(-1) !== text) seen.push(text);
    const offer = usualOffer(run.offers);
    if (!offer) return seen;
    choices.push(offer.choice);
  }
}

test('one phase decides before it knows', () => {
  expect(story('one-phase', ['commit', 'abort', 'commit'])).toEqual([
    'holds, open: Nothing is decided, and nobody will be asked.',
    'holds, commit: Decided: commit, and nobody was asked. p2 cannot.',
    'broken, both: Atomicity is broken: coordinator decided commit and p2 decided abort.',
  ]);
});

test('two phases are open until the record', () => {
  expect(story('two-phase', ['commit', 'commit', 'commit'])).toEqual([
    'holds, open: Nothing is decided: a crash now would end in abort, and no crash in commit.',
    'holds, commit: Decided: commit. It is on the coordinator’s disk, and no crash can take it back.',
  ]);
});

test('whoever is unable leaves only abort', () => {
  expect(story('two-phase', ['commit', 'abort', 'commit'])).toEqual([
    'holds, open: Nothing is decided. Only you know that p2 cannot commit.',
    'holds, abort: Only abort is left: p2 has aborted, and will not vote commit.',
    'holds, abort: Decided: abort. It is on the coordinator’s disk.',
  ]);
});

test('a decision that is sent before it is logged is a danger', () => {
  expect(story('send-first', ['commit', 'commit', 'commit'])[1]).toBe(
    'holds, open: Danger: commit is on its way to p1, and no disk holds it. A crash of the coordinator now would end in abort.',
  );
});

test('a transaction is read from what was written, if it can be run', () => {
  const codec = transactionCodec(({ choices }) => !choices.includes(9));
  const state = { protocol: 'two-phase', votes: ['commit', 'abort', 'commit'], choices: [0, 4, 1] } as const;

  expect(codec.write(state)).toBe('two-phase_cac_0.4.1');
  expect(codec.read('two-phase_cac_0.4.1')).toEqual(state);
  expect(['two-phase_cac_0.9', 'four-phase_ccc_', 'two-phase_cc_', 'x'].map((text) => codec.read(text))).toEqual(Array(4).fill(undefined));
});
