import { describe, expect, test } from 'vitest';
import { ending } from './ending.ts';
import { judgement } from './judgeForTests.ts';

describe("'end'", () => {
  const two = ending(['p1', 'p2']);

  test('needs an ACK of everybody, in whichever life of the coordinator it arrived', () => {
    const run = `
      coordinator  request   commit
      coordinator  send      p1 GLOBAL_COMMIT
      coordinator  receive   p1 ACK
      coordinator  receive   p1 ACK
      coordinator  crash
    `;

    expect(judgement(two, `${run} coordinator indicate end`)).toMatch(/^The coordinator indicated 'end' before an ACK of p2 had arrived\./);
    expect(judgement(two, `${run} coordinator receive p2 ACK \n coordinator indicate end`)).toBe('kept');
  });

  test('must come after a commit, and after an abort unless the coordinator crashed', () => {
    expect(judgement(two, 'coordinator request commit')).toMatch(/never indicates 'end'\. It has no ACK of p1 and p2,/);
    expect(judgement(two, 'coordinator request commit \n coordinator send p1 GLOBAL_ABORT \n coordinator crash')).toBe('kept');
    expect(judgement(two, 'coordinator request commit \n coordinator send p1 GLOBAL_COMMIT \n coordinator crash')).toMatch(
      /never indicates/,
    );
    expect(judgement(two, 'coordinator recover')).toBe('kept');
  });

  test('is not asked for where a participant is down for good', () => {
    expect(judgement(two, 'coordinator request commit', ['coordinator', 'p1'])).toBe('kept');
  });

  test('comes once in each life, and after it nothing is sent unless asked for', () => {
    const run = `
      coordinator  receive   p1 ACK
      coordinator  receive   p2 ACK
      coordinator  indicate  end
      coordinator  done
    `;

    expect(judgement(two, `${run} coordinator indicate end`)).toBe("The coordinator indicated 'end' twice without a crash in between.");
    expect(judgement(two, `${run} coordinator crash \n coordinator indicate end`)).toBe('kept');
    expect(judgement(two, `${run} coordinator timer again \n coordinator send p1 GLOBAL_ABORT`)).toMatch(/it sent GLOBAL_ABORT to p1\.$/);
    expect(judgement(two, `${run} coordinator timer again \n coordinator send p1 DECISION_REPLY abort`)).toBe('kept');
    expect(judgement(two, `${run} coordinator receive p1 VOTE_COMMIT \n coordinator send p1 GLOBAL_ABORT`)).toBe('kept');
    expect(judgement(two, `${run} coordinator crash \n coordinator timer again \n coordinator send p1 GLOBAL_ABORT`)).toBe('kept');
  });
});
