import { describe, expect, test } from 'vitest';
import { judge } from './eventsForTests.ts';
import { isPrompt } from './promptness.ts';
import { duplicate } from './scenarios.ts';

/** k = 1, r1 and r2 are correct, r3 is not; calls "2 + 3" and "4 - 4". */
const prompt = isPrompt(duplicate);

const FIRST_CALL = `
  call 2 + 3
  ask r1 id 1
  ask r2 id 1
  ask r3 id 1
  r1 says 5 id 1
  done
`;

describe('a client is prompt', () => {
  test('if the result comes with the answer of the second correct replica', () => {
    const run = `${FIRST_CALL}
      r2 says 5 id 1
      result 5
      done
      call 4 - 4
      ask r1 id 2
      ask r2 id 2
      r2 says 5 id 1
      done
      r2 says 0 id 2
      done
      r1 says 0 id 2
      result 0
      done
    `;

    expect(judge(prompt, run)).toBeUndefined();
  });

  test('if it goes on to ask after a timer', () => {
    const run = `
      call 2 + 3
      ask r3 id 7
      ask r1 id 7
      r1 says 5 id 7
      done
      timer
      ask r2 id 8
      done
      r2 says 5 id 8
      result 5
      done
      call 4 - 4
      result 0
    `;

    expect(judge(prompt, run)).toBeUndefined();
  });
});

describe('a client is not prompt', () => {
  test('if it waits for a replica that may be silent', () => {
    expect(judge(prompt, `${FIRST_CALL} r2 says 5 id 1\n done`)).toMatch(
      /no result of call 1 \("2 \+ 3"\) although r1 and r2 answered it: k \+ 1 = 2 correct/,
    );
  });

  test('if it gives up', () => {
    expect(judge(prompt, `${FIRST_CALL} timer\n unknown`)).toMatch(/ended call 1 \("2 \+ 3"\) with \{ type: 'unknown' \}/);
  });

  test('if all has settled and a call is open', () => {
    expect(judge(prompt, FIRST_CALL)).toMatch(/never ended call 1 .* of the k \+ 1 = 2 correct answers that it takes 1 has come/);
  });
});
