import { describe, expect, test } from 'vitest';
import type { Data } from '../../grader/base/data.ts';
import type { SuppliedContext } from '../../grader/sim/supplied.ts';
import { Participant, type ParticipantConfig } from './participant.ts';
import { decisionIn, typeOf } from './said.ts';

const CONFIG: ParticipantConfig = { vote: 'commit', alone: true, explains: true, timeout: 100 };

describe('a participant', () => {
  test('answers every VOTE_REQUEST with the same vote, also when it has decided', () => {
    const { participant, ctx, said } = participantOf(CONFIG);

    participant.onMessage(ctx, 'coordinator', { type: 'VOTE_REQUEST' });
    participant.onMessage(ctx, 'coordinator', { type: 'GLOBAL_ABORT' });
    participant.onMessage(ctx, 'coordinator', { type: 'VOTE_REQUEST' });

    expect(said).toEqual(['store vote', 'VOTE_COMMIT', 'store decision', 'decide abort', 'ACK', 'VOTE_COMMIT']);
  });

  test('aborts alone in INIT, explains it or says nothing, and acknowledges all the same', () => {
    const [open, silent] = [participantOf(CONFIG), participantOf({ ...CONFIG, explains: false })];

    for (const { participant, ctx } of [open, silent]) {
      participant.onTimer(ctx);
      participant.onMessage(ctx, 'coordinator', { type: 'VOTE_REQUEST' });
      participant.onMessage(ctx, 'coordinator', { type: 'GLOBAL_ABORT' });
    }

    expect(open.said).toEqual(['store decision', 'decide abort', 'VOTE_ABORT', 'ACK']);
    expect(silent.said).toEqual(['store decision', 'decide abort', 'ACK']);
  });

  test('asks when it waits in vain in READY or recovers there, and obeys the answer but not an uncertain one', () => {
    const { participant, ctx, said } = participantOf(CONFIG);

    participant.onMessage(ctx, 'coordinator', { type: 'VOTE_REQUEST' });
    participant.onTimer(ctx);
    participant.onMessage(ctx, 'coordinator', { type: 'DECISION_REPLY', decision: 'uncertain' });
    participant.onRecover(ctx);
    participant.onMessage(ctx, 'coordinator', { type: 'DECISION_REPLY', decision: 'commit' });
    participant.onMessage(ctx, 'coordinator', { type: 'DECISION_REPLY', decision: 'abort' });
    participant.onRecover(ctx);

    expect(said).toEqual([
      'store vote',
      'VOTE_COMMIT',
      'DECISION_REQUEST',
      'DECISION_REQUEST',
      'store decision',
      'decide commit',
      'decide commit',
    ]);
  });

  test('whose vote is abort has decided by voting, and does not commit whatever it is told', () => {
    const { participant, ctx, said } = participantOf({ ...CONFIG, vote: 'abort' });

    participant.onMessage(ctx, 'coordinator', { type: 'VOTE_REQUEST' });
    participant.onMessage(ctx, 'coordinator', { type: 'GLOBAL_COMMIT' });

    expect(said).toEqual(['store vote', 'VOTE_ABORT', 'decide abort', 'ACK']);
  });

  test('that recovers without a vote aborts', () => {
    const { participant, ctx, said } = participantOf(CONFIG);

    participant.onRecover(ctx);

    expect(said).toEqual(['store decision', 'decide abort']);
  });
});

function participantOf(config: ParticipantConfig) {
  const said: string[] = [];
  const stable = new Map<string, Data>();
  const ctx: SuppliedContext = {
    self: 'p1',
    group: ['p1'],
    config: { ...config },
    stable: {
      get: (key) => stable.get(key),
      set(key, value) {
        stable.set(key, value);
        said.push(`store ${key}`);
      },
      delete: (key) => stable.delete(key),
      keys: () => [...stable.keys()],
    },
    send: (_to, message) => said.push(typeOf(message) ?? '?'),
    setTimer: () => {},
    cancelTimer: () => {},
    indicate: (event) => said.push(`${typeOf(event)} ${decisionIn(event)}`),
  };
  return { participant: new Participant(), ctx, said };
}
