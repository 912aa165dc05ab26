import { expect, test } from 'vitest';
import { hasNewId, isBacked } from './backing.ts';
import { judge } from './eventsForTests.ts';
import { echo, lateReplies } from './scenarios.ts';

/** k = 1 and r3 is a liar: of the two that a result takes, one may be a lie. */
const inCallTwo = isBacked(lateReplies, { fromCall: 2, why: '' });

const SECOND_CALL = `
  call 2 + 3
  result 5
  call 4 - 4
  ask r1 id 2
  ask r2 id 2
  ask r3 id 2
`;

test('late replies of correct replicas do not count for a later call', () => {
  expect(judge(inCallTwo, `${SECOND_CALL} r1 says 5 id 1\n r3 says 5 id 1\n result 5`)).toMatch(/call 2 .* before any correct replica/);
});

test('forged replies do not count', () => {
  expect(judge(inCallTwo, `${SECOND_CALL} r3 says 5 id 2\n result 5`)).toMatch(/before any correct replica/);
});

test('one correct replica and a liar that is right are enough, and so is one correct replica if the liar was caught', () => {
  expect(judge(inCallTwo, `${SECOND_CALL} r3 says 0 id 2\n r2 says 0 id 2\n result 0`)).toBeUndefined();
  expect(judge(inCallTwo, `${SECOND_CALL} r2 says 0 id 2\n result 0`)).toBeUndefined();
});

test('where none lies, a reply that arrives twice is one', () => {
  const once = isBacked(echo, { fromCall: 1, why: '' });
  const asked = 'call 2 + 3\n ask r1 id 1\n ask r2 id 1\n r1 says 5 id 1\n r1 says 5 id 1';

  expect(judge(once, `${asked}\n result 5`)).toMatch(/when only r1 had answered it/);
  expect(judge(once, `${asked}\n r2 says 5 id 1\n result 5`)).toBeUndefined();
});

test('an id serves one call, and a call may have several', () => {
  expect(judge(hasNewId, 'call 1 + 1\n ask r1 id 1\n ask r2 id 1.5\n result 2\n call 1 + 1\n ask r1 id 3\n ask r2 id 3')).toBeUndefined();
  expect(judge(hasNewId, 'call 1 + 1\n ask r1 id 1\n ask r2 id 2\n result 2\n call 1 + 1\n ask r1 id 3\n ask r2 id 2')).toMatch(
    /REQUEST with id 2 is for a new call/,
  );
});
