import { describe, expect, test } from 'vitest';
import { runFrom } from './runForTests.ts';
import { accuracy, alternate, calm, oldHeartbeats } from './safety.ts';

/** So many mistakes of p1 about p2, one every 2000 ms. */
function mistakes(count: number, since = 2000): string {
  return Array.from({ length: count }, (_, number) => {
    const at = since + 2000 * number;
    return `@${at} p1 suspect p2\n@${at + 100} p1 receive ${number + 1} p2\np1 trust p2`;
  }).join('\n');
}

describe('accuracy', () => {
  test('allows twelve mistakes about a live process, and none more', () => {
    expect(accuracy(runFrom(mistakes(12), 90_000))).toBeUndefined();
    expect(accuracy(runFrom(mistakes(13), 90_000))).toMatchObject({ process: 'p1', at: 26_000 });
  });

  test('does not count what was before S', () => {
    expect(accuracy(runFrom(mistakes(20), 90_000, { settlesAt: 200 }))).toBeUndefined();
  });

  test('counts anew after a start of either', () => {
    const recovers = `${mistakes(10)}\n@30000 p1 crash\n@30100 p1 recover\n${mistakes(10, 31_000)}`;
    const comesBack = `${mistakes(10)}\n@30000 p2 crash\n@30100 p2 recover\n${mistakes(10, 31_000)}`;

    expect(accuracy(runFrom(recovers, 90_000))).toBeUndefined();
    expect(accuracy(runFrom(comesBack, 90_000))).toBeUndefined();
  });

  test('allows no mistake in the last 100 periods of a whole run', () => {
    const late = runFrom('@80001 p1 suspect p2', 90_000);

    expect(accuracy(late)).toMatchObject({ process: 'p1', atEnd: true });
    expect(accuracy(runFrom('@80000 p1 suspect p2', 90_000))).toBeUndefined();
    expect(accuracy({ ...late, isWhole: false })).toBeUndefined();
  });

  test('does not mind suspicions of those that are down', () => {
    expect(accuracy(runFrom('@70000 p2 crash\n@80001 p1 suspect p2', 90_000))).toBeUndefined();
  });
});

describe('calm', () => {
  test('allows no suspicion of a process that is up and has never crashed', () => {
    expect(calm(runFrom('@500 p1 suspect p2', 1000))).toMatchObject({ process: 'p1', at: 500, links: [{ from: 'p2', to: 'p1' }] });
  });

  test('says nothing of one that is down, or has been', () => {
    expect(calm(runFrom('@100 p2 crash\n@500 p1 suspect p2', 1000))).toBeUndefined();
    expect(calm(runFrom('@100 p2 crash\n@200 p2 recover\n@500 p1 suspect p2', 1000))).toBeUndefined();
  });
});

describe('alternate', () => {
  test.each([
    ['suspect, trust, suspect', '@1 p1 suspect p2\n@2 p1 trust p2\n@3 p1 suspect p2'],
    ['of several processes', '@1 p1 suspect p2\n@2 p1 suspect p3\n@3 p1 trust p2\n@3 p2 suspect p1'],
    ['anew after its own recovery', '@1 p1 suspect p2\n@2 p1 crash\n@3 p1 recover\n@4 p1 suspect p2'],
    ['on, whatever the other does', '@1 p2 crash\n@2 p1 suspect p2\n@3 p2 recover\n@4 p1 trust p2'],
  ])('allows %s', (_what, text) => {
    expect(alternate(runFrom(text, 100))).toBeUndefined();
  });

  test.each([
    ['suspect twice', '@1 p1 suspect p2\n@2 p1 suspect p2'],
    ['trust first', '@1 p1 trust p2'],
    ['trust first after its own recovery', '@1 p1 suspect p2\n@2 p1 crash\n@3 p1 recover\n@4 p1 trust p2'],
    ['trust twice', '@1 p1 suspect p2\n@2 p1 trust p2\n@3 p1 trust p2'],
    ['itself', '@1 p1 suspect p1\n@2 p2 crash'],
    ['a process that is not there', '@1 p1 suspect q2'],
    ['another word', '@1 p1 doubt p2'],
  ])('does not allow %s', (_what, text) => {
    expect(alternate(runFrom(text, 100))).toMatchObject({ process: 'p1' });
  });
});

describe('old-heartbeats', () => {
  test('allows trust for the newest message of the process itself', () => {
    expect(oldHeartbeats(runFrom('@1 p1 receive 3 p2\n@2 p1 suspect p2\n@3 p1 receive 4 p2\np1 trust p2', 100))).toBeUndefined();
  });

  test.each([
    ['for a message that was overtaken', '@1 p1 receive 3 p2\n@2 p1 suspect p2\n@3 p1 receive 2 p2\np1 trust p2'],
    ['for a message of another', '@2 p1 suspect p2\n@3 p1 receive 2 p3\np1 trust p2'],
    ['at a timer', '@1 p1 receive 3 p2\n@2 p1 suspect p2\n@3 p1 receive 4 p2\n@4 p1 timer look\np1 trust p2'],
    [
      'of an earlier life of the sender',
      '@1 p1 receive 3 p2\n@2 p2 crash\n@3 p2 recover\n@4 p1 receive 9 p2\n@5 p1 suspect p2\n@6 p1 receive 8 p2\np1 trust p2',
    ],
  ])('does not allow it %s', (_what, text) => {
    expect(oldHeartbeats(runFrom(text, 100))).toMatchObject({ process: 'p1', links: [{ from: 'p2', to: 'p1' }] });
  });

  test('begins anew when the process that waits does', () => {
    const text = '@1 p1 receive 3 p2\n@2 p1 crash\n@3 p1 recover\n@4 p1 suspect p2\n@5 p1 receive 2 p2\np1 trust p2';

    expect(oldHeartbeats(runFrom(text, 100))).toBeUndefined();
  });
});
