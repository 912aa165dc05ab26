import { describe, expect, test } from 'vitest';
import { judge } from './eventsForTests.ts';
import { oneOfThree } from './scenarios.ts';
import { isGivenUp } from './silence.ts';

/** k = 1; in the first call r1 answers, r2 is silent, r3 may lie. */
const givenUp = isGivenUp(oneOfThree);

const FIRST_CALL = `
  call 2 + 3
  ask r1 id 1
  ask r2 id 1
  ask r3 id 1
  r1 says 5 id 1
`;

const SECOND_CALL = `
  call 4 - 4
  ask r1 id 2
  r1 says 0 id 2
  result 0
`;

describe('a hopeless call', () => {
  test('ends in unknown when a timer goes off', () => {
    expect(judge(givenUp, `${FIRST_CALL} timer\n unknown\n ${SECOND_CALL}`)).toBeUndefined();
  });

  test('may end in a result if the liar says what is right', () => {
    expect(judge(givenUp, `${FIRST_CALL} r3 says 5 id 1\n result 5\n ${SECOND_CALL}`)).toBeUndefined();
  });

  test('does not end in a guess', () => {
    expect(judge(givenUp, `${FIRST_CALL} r3 says 9 id 1\n timer\n result 5`)).toMatch(/when it had that value from 1 replica\./);
    expect(judge(givenUp, `${FIRST_CALL} timer\n result 5`)).toMatch(/With k = 1 that proves nothing/);
  });

  test('is not given up before a timer has gone off, by which all may still come', () => {
    expect(judge(givenUp, `${FIRST_CALL} r3 says 9 id 1\n unknown`)).toMatch(/before a timer had gone off/);
  });

  test('does not end twice, nor never', () => {
    expect(judge(givenUp, `${FIRST_CALL} timer\n unknown\n r3 says 5 id 1\n result 5`)).toMatch(/call 1 \("2 \+ 3"\) had already ended/);
    expect(judge(givenUp, `${FIRST_CALL} timer`)).toMatch(/must end in 'unknown'/);
  });
});

test('the next call has a result', () => {
  expect(judge(givenUp, `${FIRST_CALL} timer\n unknown\n call 4 - 4\n timer\n unknown`)).toMatch(/the others computed 0/);
  expect(judge(givenUp, `${FIRST_CALL} timer\n unknown\n call 4 - 4\n result 5`)).toMatch(/the others computed 0/);
});
