import { describe, expect, test } from 'vitest';
import { judgement } from './judgeForTests.ts';
import { questions, votes } from './replies.ts';

describe('votes', () => {
  const two = votes(['p1', 'p2']);

  test('do not mind a decision that the last missing vote brings, though another one had come twice', () => {
    const run = `
      coordinator  receive   p1 VOTE_COMMIT
      coordinator  done
      coordinator  receive   p1 VOTE_COMMIT
      coordinator  done
      coordinator  receive   p2 VOTE_COMMIT
      coordinator  indicate  decide commit
    `;

    expect(judgement(two, run)).toBe('kept');
  });

  test('do not mind a coordinator that asks anew and decides at the second vote of the one, when all have voted', () => {
    const run = `
      coordinator  receive   p1 VOTE_COMMIT
      coordinator  done
      coordinator  receive   p2 VOTE_COMMIT
      coordinator  done
      coordinator  receive   p1 VOTE_COMMIT
      coordinator  send      p1 GLOBAL_COMMIT
    `;

    expect(judgement(two, run)).toBe('kept');
  });

  test('find a participant that is counted twice', () => {
    const run = `
      coordinator  receive   p1 VOTE_COMMIT
      coordinator  done
      coordinator  receive   p1 VOTE_COMMIT
      coordinator  indicate  decide commit
    `;

    expect(judgement(two, run)).toMatch(/^A vote arrived for the second time, and the coordinator indicated commit\./);
  });

  test('find an indication that a late vote brings, and none that something else brings', () => {
    const late = `
      coordinator  indicate  decide abort
      coordinator  done
      coordinator  receive   p2 VOTE_ABORT
    `;

    expect(judgement(two, `${late} coordinator indicate decide abort`)).toMatch(/^A vote arrived after the decision/);
    expect(judgement(two, `${late} coordinator done \n coordinator receive p2 ACK \n coordinator indicate end`)).toBe('kept');
  });

  test('begin anew after a crash', () => {
    const run = `
      coordinator  receive   p1 VOTE_COMMIT
      coordinator  crash
      coordinator  receive   p1 VOTE_ABORT
      coordinator  indicate  decide abort
    `;

    expect(judgement(two, run)).toBe('kept');
  });
});

describe('questions', () => {
  const unanswered =
    'p1 sent DECISION_REQUEST, it arrived after the decision and before the end, and the coordinator never answered it with DECISION_REPLY.';

  test('must be answered after the decision, in the same handler or later', () => {
    const asked = `
      coordinator  send     p1 GLOBAL_ABORT
      coordinator  receive  p1 DECISION_REQUEST
    `;

    expect(judgement(questions, asked)).toBe(unanswered);
    expect(judgement(questions, `${asked} coordinator send p1 DECISION_REPLY uncertain`)).toBe(unanswered);
    expect(judgement(questions, `${asked} coordinator send p2 DECISION_REPLY abort`)).toBe(unanswered);
    expect(judgement(questions, `${asked} coordinator timer later \n coordinator send p1 DECISION_REPLY abort`)).toBe('kept');
  });

  test('need no answer before the decision, after the end, or if the coordinator crashes', () => {
    expect(judgement(questions, 'coordinator receive p1 DECISION_REQUEST')).toBe('kept');
    expect(
      judgement(questions, 'coordinator indicate decide commit \n coordinator indicate end \n coordinator receive p1 DECISION_REQUEST'),
    ).toBe('kept');
    expect(judgement(questions, 'coordinator indicate decide commit \n coordinator receive p1 DECISION_REQUEST \n coordinator crash')).toBe(
      'kept',
    );
  });

  test('must be answered after a crash if commit had been told, and need not if abort had', () => {
    const after = (decision: string) => `
      coordinator  indicate  decide ${decision}
      coordinator  crash
      coordinator  recover
      coordinator  receive   p1 DECISION_REQUEST
    `;

    expect(judgement(questions, after('commit'))).toBe(unanswered);
    expect(judgement(questions, after('abort'))).toBe('kept');
  });
});
