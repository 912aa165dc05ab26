/** What binds a participant after a crash, and what does not: the monitor alone, on events written out. */
import { describe, expect, test } from 'vitest';
import { Violation } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { durability } from './durability.ts';
import { foldForTests } from './foldForTests.ts';

const says = (type: string): RunEvent => ({ process: 'p1', kind: 'send', to: 'coordinator', message: { type } });
const answers = (decision: string): RunEvent => ({ process: 'p1', kind: 'send', to: 'p2', message: { type: 'DECISION_REPLY', decision } });
const decides = (decision: string): RunEvent => ({ process: 'p1', kind: 'indicate', event: { type: 'decide', decision } });
const hears = (type: string): RunEvent => ({ process: 'p1', kind: 'receive', from: 'coordinator', message: { type } });
const crash: RunEvent = { process: 'p1', kind: 'crash' };

describe('after a recovery a participant', () => {
  test.each([
    ['may not abort alone when it had voted commit', [says('VOTE_COMMIT'), crash, decides('abort')]],
    ['may not answer abort when it had voted commit', [says('VOTE_COMMIT'), crash, answers('abort')]],
    ['may not abort when it had committed', [says('VOTE_COMMIT'), decides('commit'), crash, decides('abort')]],
    ['may not vote commit when it had answered abort', [answers('abort'), crash, says('VOTE_COMMIT')]],
    ['may not vote commit when it had aborted', [decides('abort'), crash, says('VOTE_COMMIT')]],
    ['may not ask for a decision that it had acknowledged', [hears('GLOBAL_ABORT'), says('ACK'), crash, says('DECISION_REQUEST')]],
    ['may not be uncertain of a decision that it had acknowledged', [says('ACK'), crash, answers('uncertain')]],
  ])('%s', (_title, events) => {
    expect(foldForTests(durability, events)).toBeInstanceOf(Violation);
  });

  test.each([
    ['may abort when it was told to before the crash', [says('VOTE_COMMIT'), hears('GLOBAL_ABORT'), crash, decides('abort')]],
    ['may abort when it is told to after the crash', [says('VOTE_COMMIT'), crash, hears('GLOBAL_ABORT'), decides('abort')]],
    ['may abort when it had not voted', [hears('VOTE_REQUEST'), crash, decides('abort')]],
    ['may vote again', [says('VOTE_COMMIT'), crash, says('VOTE_COMMIT')]],
    ['may decide again', [says('VOTE_COMMIT'), decides('commit'), crash, decides('commit')]],
    ['may ask for a decision that it had only indicated', [says('VOTE_COMMIT'), decides('commit'), crash, says('DECISION_REQUEST')]],
    ['is not bound by what it took back before the crash', [says('VOTE_COMMIT'), decides('abort'), crash, decides('abort')]],
  ])('%s', (_title, events) => {
    expect(foldForTests(durability, events)).not.toBeInstanceOf(Violation);
  });
});
