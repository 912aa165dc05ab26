import { expect, test } from 'vitest';
import { dataLabel } from '../../../grader/trace/dataWords.ts';
import { newCommitRuns, usualOffer, type CommitRun, type CommitRuns } from './commitRun.ts';
import { ALL_WILLING } from './commitScenarios.ts';
import { standingsOf } from './standings.ts';
import { RECOVERY_PLAN, TWO_HAVE_VOTED } from './twoHaveVoted.ts';

const FAULTS = { crashes: { coordinator: 1 }, recoveries: 1, firings: { coordinator: 1, p1: 0, p2: 0, p3: 0 } };

/** Takes the usual step, so often. */
function usual(runs: CommitRuns, times: number, choices: readonly number[] = []): readonly number[] {
  const offer = times === 0 ? undefined : usualOffer(runs.at(choices)?.offers ?? []);
  return offer ? usual(runs, times - 1, [...choices, offer.choice]) : choices;
}

test('records and messages are steps of their own, and so are crashes between them', () => {
  const runs = newCommitRuns({ protocol: 'two-phase', votes: ALL_WILLING, faults: FAULTS, acknowledges: true });

  const labels = (times: number): readonly string[] =>
    (runs.at(usual(runs, times))?.offers ?? []).map((one) => `${one.process}: ${one.label}`);

  expect(labels(0)).toEqual(['coordinator: log START', 'coordinator: crash']);
  expect(labels(2)).toEqual(['p1: receive VOTE_REQUEST from coordinator', 'coordinator: send VOTE_REQUEST to p2', 'coordinator: crash']);
});

test('the usual run ends after 32 steps in commit', () => {
  const runs = newCommitRuns({ protocol: 'two-phase', votes: ALL_WILLING, faults: FAULTS, acknowledges: true });

  const choices = usual(runs, 100);
  const decided = runs.at(choices)?.trace.filter((event) => event.kind === 'indicate');

  expect(choices).toHaveLength(32);
  expect(decided).toHaveLength(4);
});

test('a number without a step is no run', () => {
  const runs = newCommitRuns({ protocol: 'two-phase', votes: ALL_WILLING, faults: FAULTS });

  expect(runs.at([99])).toBeUndefined();
});

test('the figure about recovery begins when two have voted and the third has not been asked', () => {
  const runs = newCommitRuns({ protocol: 'two-phase', votes: ALL_WILLING, ...RECOVERY_PLAN });
  const { choices } = TWO_HAVE_VOTED;

  const { of } = standingsOf(runs.at(choices)?.trace ?? [], ['coordinator', 'p1', 'p2', 'p3'], {
    p1: 'commit',
    p2: 'commit',
    p3: 'commit',
  });

  expect(usual(runs, 12)).toEqual(choices);
  expect([...of].map(([process, { log }]) => `${process}: ${log.join()}`)).toEqual([
    'coordinator: START',
    'p1: READY',
    'p2: READY',
    'p3: ',
  ]);
});

test('a label says what its step does first', () => {
  const runs = newCommitRuns({ protocol: 'three-phase', votes: ['commit', 'abort', 'commit'], faults: FAULTS });
  const first = ({ trace }: CommitRun, length: number): string => {
    const event = trace.slice(length).find((one) => ['store', 'send', 'receive', 'timer', 'crash', 'recover', 'lose'].includes(one.kind));
    switch (event?.kind) {
      case 'store':
        return `log ${dataLabel(event.value)}`;
      case 'send':
        return `send ${dataLabel(event.message)} to ${event.to}`;
      case 'receive':
        return `receive ${dataLabel(event.message)} from ${event.from}`;
      case 'timer':
        return 'stop waiting';
      case 'lose':
        return 'a message to it is lost';
      default:
        return event?.kind ?? '';
    }
  };
  const kinds = new Set<string>();

  for (let times = 0; times < 24; times += 1) {
    const choices = usual(runs, times);
    const run = runs.at(choices);
    for (const { choice, label, kind } of run?.offers ?? []) {
      const taken = runs.at([...choices, choice]);
      expect(label).toBe(taken && first(taken, run?.trace.length ?? 0));
      kinds.add(kind);
    }
  }

  expect([...kinds].sort()).toEqual(['act', 'crash', 'receive', 'timeout']);
});
