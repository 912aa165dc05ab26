/** Who is blocked, and who can know: the monitor alone, on events written out. */
import { describe, expect, test } from 'vitest';
import { Violation } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { blocking } from './blocking.ts';
import { foldForTests } from './foldForTests.ts';
import { ONE_UNWILLING, TWO_WILLING, type Votes } from './votes.ts';

const hears = (process: string, type: string): RunEvent => ({ process, kind: 'receive', from: 'coordinator', message: { type } });
const says = (process: string, type: string): RunEvent => ({ process, kind: 'send', to: 'coordinator', message: { type } });
const decides = (process: string): RunEvent => ({ process, kind: 'indicate', event: { type: 'decide', decision: 'commit' } });
const isBlocked = (process: string): RunEvent => ({ process, kind: 'indicate', event: { type: 'blocked' } });
const isUncertain = (process: string): RunEvent => ({
  process,
  kind: 'send',
  to: 'p1',
  message: { type: 'DECISION_REPLY', decision: 'uncertain' },
});
const crash = (process: string): RunEvent => ({ process, kind: 'crash' });
const isReady = (process: string): RunEvent[] => [hears(process, 'VOTE_REQUEST'), says(process, 'VOTE_COMMIT')];

function atEnd(up: readonly string[], events: readonly RunEvent[], votes: Votes = TWO_WILLING): string | undefined {
  const property = blocking(votes);
  const state = foldForTests(property, events);
  return state instanceof Violation ? state.message : property.atEnd?.(state, { up: new Set(up), quiet: false })?.message;
}

describe('while the coordinator is down for good', () => {
  const bothReady = [...isReady('p1'), ...isReady('p2')];

  test('each of those that are READY says so', () => {
    expect(atEnd(['p1', 'p2'], [...bothReady, isBlocked('p1'), isBlocked('p2')])).toBeUndefined();
    expect(atEnd(['p1', 'p2'], [...bothReady, isBlocked('p1')])).toMatch(/^p2 neither decided nor said 'blocked'/);
  });

  test('nothing is asked of one that is down, and one that is alone is blocked too', () => {
    expect(atEnd(['p1'], [...bothReady, isBlocked('p1')])).toBeUndefined();
    expect(atEnd(['p1'], bothReady)).toMatch(/^p1 neither decided nor said 'blocked'/);
  });

  test('one that has decided is heard by the others', () => {
    const informed = [...bothReady, hears('p2', 'GLOBAL_COMMIT'), decides('p2'), isBlocked('p1')];

    expect(atEnd(['p1', 'p2'], informed)).toMatch(/^p1 is READY and never decided, although p2 is up/);
    expect(atEnd(['p1'], informed)).toBeUndefined();
    expect(atEnd(['p1', 'p2'], [...informed, decides('p1')])).toBeUndefined();
  });

  test('a decision that was indicated before a crash may be forgotten, one that was acknowledged may not', () => {
    const indicated = [...bothReady, hears('p2', 'GLOBAL_COMMIT'), decides('p2')];

    expect(atEnd(['p1', 'p2'], [...indicated, crash('p2'), isBlocked('p1'), isBlocked('p2')])).toBeUndefined();
    expect(atEnd(['p1', 'p2'], [...indicated, says('p2', 'ACK'), crash('p2'), isBlocked('p1')])).toMatch(/^p1 is READY and never decided/);
  });

  test('one that was not asked for its vote, or has to vote abort, is free to abort', () => {
    expect(atEnd(['p1', 'p2'], [...isReady('p1'), isBlocked('p1')])).toMatch(/^p1 is READY and never decided, although p2 is up/);
    expect(atEnd(['p1', 'p2'], [...isReady('p1'), hears('p2', 'VOTE_REQUEST'), isBlocked('p1')], ONE_UNWILLING)).toMatch(/^p1 is READY/);
    expect(atEnd(['p1', 'p2'], [...isReady('p1'), isBlocked('p2')])).toMatch(/^p2 said 'blocked', although it is not READY/);
  });

  test("one that has not voted is not uncertain, and whoever answers 'uncertain' was asked for its vote", () => {
    expect(atEnd(['p1', 'p2'], [...isReady('p1'), isUncertain('p2')])).toMatch(/^p2 answered 'uncertain', although it is not READY/);
    expect(atEnd(['p2'], [hears('p2', 'VOTE_REQUEST'), isUncertain('p2')])).toBeUndefined();
    expect(atEnd(['p2'], [hears('p2', 'VOTE_REQUEST'), isUncertain('p2')], ONE_UNWILLING)).toMatch(/^p2 answered 'uncertain'/);
  });

  test('one whose vote was perhaps logged counts neither way', () => {
    expect(atEnd(['p1', 'p2'], [...isReady('p1'), hears('p2', 'VOTE_REQUEST'), crash('p2'), isBlocked('p1')])).toBeUndefined();
  });
});

test('a run in which the coordinator is up at the end is not judged there', () => {
  expect(atEnd(['coordinator', 'p1', 'p2'], isReady('p1'))).toBeUndefined();
});
