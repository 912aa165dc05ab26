import { expect, test } from 'vitest';
import { traceFrom } from './traceForTests.ts';
import { traceWords } from './words.ts';

const trace = traceFrom(`
  p1           start
  coordinator  start
  coordinator  request       {"type":"commit","of":["a"]}
  coordinator  send          1 p1 VOTE_REQUEST
  coordinator  duplicate     1 2
  p1           receive       1
  p1           store         phase "READY"
  p1           set-timer     vote 50
  p1           receive       2
  p1           cancel-timer  vote
  p1           store         phase
  p1           send          3 coordinator {"type":"VOTE","yes":true}
  coordinator  crash
  coordinator  lose          3
  coordinator  recover
  coordinator  timer         votes
  coordinator  send          4 p1 ["a",1]
  p1           lose          4
  p1           indicate      {"type":"decide","decision":"abort"}
  p1           throw         12 TypeError: x is undefined
  p1           violation     agreement p1 decided twice.
`);

test('says each event in a sentence', () => {
  expect(
    traceWords(trace)
      .map((words) => words.sentence)
      .join('\n'),
  ).toBe(
    `
p1 starts
coordinator starts
coordinator gets the request commit { of: ['a'] }
coordinator sends VOTE_REQUEST to p1
VOTE_REQUEST from coordinator to p1 is duplicated
p1 receives VOTE_REQUEST from coordinator
p1 stores phase = 'READY'
p1 sets the timer vote to 50 ms
p1 receives VOTE_REQUEST from coordinator (the duplicate)
p1 cancels the timer vote
p1 deletes phase from its stable storage
p1 sends VOTE { yes: true } to coordinator
coordinator crashes
VOTE { yes: true } from p1 to coordinator is lost: coordinator is down
coordinator recovers
the timer votes of coordinator goes off
coordinator sends ['a', 1] to p1
['a', 1] from coordinator to p1 is lost
p1 indicates decide { decision: 'abort' }
p1 throws TypeError: x is undefined (line 12)
agreement is broken: p1 decided twice.
`.trim(),
  );
});

test('says the same in columns', () => {
  expect(
    traceWords(trace)
      .map(({ process, verb, object }) => `${process.padEnd(11)}  ${verb.padEnd(12)}  ${object}`.trimEnd())
      .join('\n'),
  ).toBe(
    `
p1           start
coordinator  start
coordinator  request       commit { of: ['a'] }
coordinator  send          VOTE_REQUEST → p1
coordinator  duplicate     VOTE_REQUEST → p1
p1           receive       VOTE_REQUEST ← coordinator
p1           store         phase = 'READY'
p1           set timer     vote, 50 ms
p1           receive       VOTE_REQUEST ← coordinator (the duplicate)
p1           cancel timer  vote
p1           delete        phase
p1           send          VOTE { yes: true } → coordinator
coordinator  crash
coordinator  lose          VOTE { yes: true } ← p1: coordinator is down
coordinator  recover
coordinator  timer         votes
coordinator  send          ['a', 1] → p1
p1           lose          ['a', 1] ← coordinator
p1           indicate      decide { decision: 'abort' }
p1           throw         TypeError: x is undefined (line 12)
p1           violation     agreement
`.trim(),
  );
});

test('makes what could move a cursor visible, and stays on one line', () => {
  const [words] = traceWords([{ at: 0, process: 'p1', kind: 'throw', message: 'a\nb\u001b[2J' }]);

  expect(words?.sentence).toBe('p1 throws a b\u241b[2J');
});

test('says of the work that it is not done', () => {
  const [words] = traceWords(traceFrom('p1 violation work Nobody ever decides.'));

  expect(words?.sentence).toBe('the work is not done: Nobody ever decides.');
});
