import { describe, expect, test } from 'vitest';
import { heartbeats } from './heartbeats.ts';
import { completeness, distinguishes, newIncarnation, prompt, trustedAgain } from './liveness.ts';
import { runFrom } from './runForTests.ts';

describe('completeness', () => {
  test('asks every live process to suspect who stays down', () => {
    expect(completeness(runFrom('@100 p3 crash\n@500 p1 suspect p3\np2 suspect p3', 90_000))).toBeUndefined();
    expect(completeness(runFrom('@100 p3 crash\n@500 p1 suspect p3', 90_000))).toMatchObject({
      process: 'p2',
      links: [{ from: 'p3', to: 'p2' }],
    });
  });

  test('asks those too that have started since', () => {
    const forgets = '@100 p3 crash\n@500 p1 suspect p3\np2 suspect p3\n@600 p1 crash\n@700 p1 recover';

    expect(completeness(runFrom(forgets, 90_000))).toMatchObject({
      process: 'p1',
      message: expect.stringContaining('p1 itself started again at 700 ms'),
    });
    expect(completeness(runFrom(`${forgets}\n@1100 p1 suspect p3`, 90_000))).toBeUndefined();
  });

  test('is about the end: who was trusted again is not suspected', () => {
    expect(completeness(runFrom('@100 p2 crash\n@500 p1 suspect p2\n@600 p1 trust p2', 90_000))).toMatchObject({ process: 'p1' });
  });

  test('says nothing of a part of a run', () => {
    expect(completeness(runFrom('@100 p2 crash', 90_000, {}, false))).toBeUndefined();
  });
});

describe('trusted-again and new-incarnation', () => {
  test('ask that nobody is suspected at the end who is up', () => {
    expect(trustedAgain(runFrom('@500 p1 suspect p2\n@600 p1 trust p2', 90_000))).toBeUndefined();
    expect(trustedAgain(runFrom('@500 p1 suspect p2', 90_000))).toMatchObject({ process: 'p1' });
    expect(newIncarnation(runFrom('@500 p1 suspect p2', 90_000))).toBeUndefined();
  });

  test('ask it for those who have recovered', () => {
    const back = runFrom('@100 p2 crash\n@500 p1 suspect p2\n@600 p2 recover', 90_000);

    expect(trustedAgain(back)).toMatchObject({ process: 'p1' });
    expect(newIncarnation(back)).toMatchObject({ process: 'p1', message: expect.stringContaining('p2 recovered at 600 ms') });
  });
});

describe('prompt', () => {
  test.each([
    ['at the last moment', '@100 p2 crash\n@600 p1 suspect p2', true],
    ['too late', '@100 p2 crash\n@601 p1 suspect p2', false],
    ['never', '@100 p2 crash\n@900 p1 timer look', false],
    ['before, by mistake', '@50 p1 suspect p2\n@100 p2 crash', true],
  ])('asks for a suspicion within the timeout and 2 periods: %s', (_when, text, kept) => {
    expect(prompt(runFrom(text, 2000)) === undefined).toBe(kept);
  });

  test.each([
    ['has recovered in time', '@100 p2 crash\n@600 p2 recover'],
    ['has crashed before', '@100 p2 crash\n@110 p2 recover\n@200 p2 crash'],
    ['crashes just before the run ends', '@1501 p2 crash'],
  ])('asks nothing about one that %s', (_what, text) => {
    expect(prompt(runFrom(text, 2000))).toBeUndefined();
  });

  test('asks nothing of one that was not up all the time', () => {
    expect(prompt(runFrom('@100 p2 crash\n@200 p1 crash\n@300 p1 recover\n@2500 p3 timer look', 1000))).toMatchObject({ process: 'p3' });
    expect(prompt(runFrom('@50 p1 crash\n@100 p2 crash\n@150 p1 recover', 2000))).toBeUndefined();
  });
});

describe('the work', () => {
  test.each([
    ['who is down is suspected since then', '@100 p3 crash\n@500 p1 suspect p3\np2 suspect p3', true],
    ['one suspects it', '@100 p3 crash\n@500 p1 suspect p3', true],
    ['nobody suspects it', '@100 p3 crash\n@500 p1 timer look', false],
    ['a live one is suspected too', '@100 p3 crash\n@500 p1 suspect p3\np2 suspect p3\np2 suspect p1', false],
    ['it was suspected all the time', '@1 p1 suspect p3\np2 suspect p3\n@100 p3 crash', false],
    ['nobody is down', '@100 p1 timer look\np2 timer look', false],
  ])('is done or not: %s', (_what, text, done) => {
    expect(distinguishes(runFrom(text, 6400)) === undefined).toBe(done);
  });
});

describe('heartbeats', () => {
  /** Messages from p1 to p2 at these times. */
  const sends = (...times: number[]): string => times.map((at, index) => `@${at} p1 send ${index + 1} p2`).join('\n');

  test('allows two for a start and one for each whole period', () => {
    expect(heartbeats(runFrom(sends(0, 0, 100, 200, 300), 1000))).toBeUndefined();
    expect(heartbeats(runFrom(sends(0, 0, 99), 1000))).toMatchObject({ process: 'p1', at: 99 });
    expect(heartbeats(runFrom(sends(0, 0, 100, 199), 1000))).toMatchObject({ at: 199 });
  });

  test('takes periods that are left over for later', () => {
    expect(heartbeats(runFrom(sends(500, 500, 500, 500, 500, 500, 500), 1000))).toBeUndefined();
  });

  test('counts the time up of all lives together', () => {
    const text = `${sends(0, 0, 100)}\n@150 p1 crash\n@900 p1 recover\n@900 p1 send 4 p2\np1 send 5 p2\n@950 p1 send 6 p2`;

    expect(heartbeats(runFrom(text, 2000))).toBeUndefined();
    expect(heartbeats(runFrom(`${text}\np1 send 7 p2`, 2000))).toMatchObject({ at: 950 });
  });

  test('does not mind fractions of a period that add up to almost a whole', () => {
    const third = 100 / 3;

    expect(heartbeats(runFrom('p1 timer a\np2 timer a', 1000))).toBeUndefined();
    const { plan, events } = runFrom('@0 p1 send 1 p2\np1 send 2 p2', 1000);
    const late = { at: third + third + third - 1e-10, process: 'p1', kind: 'send', id: 3, to: 'p2', message: 'null' } as const;
    expect(heartbeats({ plan, events: [...events, late], end: 1000, isWhole: true })).toBeUndefined();
  });

  test('does not count messages to oneself', () => {
    expect(heartbeats(runFrom(sends(0, 0, 0, 0).replaceAll('p2', 'p1'), 1000))).toBeUndefined();
  });
});
