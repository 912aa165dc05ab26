/** A server that executes each request once, across crashes. Whether it did is judged from its answers, by looking for an order; see `order.ts`. */
import type { Exercise, Judged } from '../../grader/checks/exercise.ts';
import type { Property } from '../../grader/sim/property.ts';
import { bounded } from './bounded.ts';
import { insufficient } from './insufficient.ts';
import { old } from './old.ts';
import { once, survives } from './once.ts';
import { answered, sameReply } from './replies.ts';
import type { Request } from './request.ts';
import * as scenarios from './scenarios.ts';
import { served } from './served.ts';

/** Where everything may go wrong at once. */
const faulty = [scenarios.oneByOne, scenarios.twoOutstanding, scenarios.twoClients, scenarios.twoOfThree, scenarios.refused];

/** Where nothing goes wrong but the order. */
const reordered = [scenarios.overtaken, scenarios.refusedFirst];

/** The same with more clients or requests, more than can be exhausted. */
const sampled = [scenarios.threeClients, scenarios.fourAtOnce];
const SAMPLED = `3 clients or 4 outstanding requests under all in ${scenarios.RANDOM_RUNS} random runs`;

/** Whoever answers nothing breaks no promise of the edges either. */
const worked = judge([scenarios.withoutPatience], answered);

export const atMostOnce: Exercise = {
  id: 'at-most-once',
  title: 'An at-most-once server',
  lesson: 'exactly-once-effects',
  level: 'medium',
  core: true,
  exports: [],
  roles: ['Server'],
  work: { scenario: scenarios.withoutFaults, done: served(scenarios.withoutFaults.requests) },
  checks: [
    {
      id: 'once',
      title: `Each request is executed at most once: 1 client under all faults at once (any order, 2 losses, 2 duplicates, 2 crashes between any two effects), 2 under fewer, and ${SAMPLED}`,
      kind: 'safety',
      points: 25,
      judged: judge([scenarios.sideBySide, scenarios.manyNumbers, ...faulty, ...reordered, scenarios.longOpen, ...sampled], once),
    },
    {
      id: 'same-reply',
      title: `A repeated request gets the first answer again: 1 client under all faults at once, 2 under fewer, and ${SAMPLED}`,
      kind: 'safety',
      points: 15,
      judged: judge([...faulty, scenarios.refusedFirst, scenarios.longOpen, ...sampled], sameReply),
    },
    {
      id: 'survives',
      title: `What a REPLY has shown is not undone: 1 client under all faults at once, 2 under fewer, and ${SAMPLED}`,
      kind: 'safety',
      points: 15,
      judged: judge([scenarios.sideBySide, ...faulty, ...reordered, ...sampled], survives),
    },
    {
      id: 'answered',
      title: `Once faults stop, every request that is repeated gets a REPLY: 1 client after 2 losses, 2 duplicates and 2 crashes, 2 after fewer, and ${SAMPLED}`,
      kind: 'liveness',
      points: 20,
      judged: judge([scenarios.unlucky, scenarios.unluckyTogether, scenarios.longOpen, ...sampled], answered),
    },
    {
      id: 'out-of-order',
      title: 'A low number that arrives after higher ones is executed: 4 outstanding requests in any order, and numbers up to 29 apart',
      kind: 'edge',
      points: 5,
      judged: judge([scenarios.fourOutstanding, scenarios.farApart], served),
    },
    {
      id: 'old',
      title: 'An acknowledged request is not executed again: 2 duplicates, 2 crashes',
      kind: 'edge',
      points: 5,
      judged: [...worked, ...judge([scenarios.acknowledged], old)],
    },
    {
      id: 'insufficient',
      title: `A refused withdrawal stays refused when it is repeated after a deposit: with 1 duplicate and 1 crash, and under all faults in ${scenarios.FOUR_AT_ONCE_RUNS} random runs`,
      kind: 'edge',
      points: 5,
      judged: [...worked, ...judge([scenarios.refused, scenarios.refusedFirst, scenarios.fourAtOnce], insufficient)],
    },
    {
      id: 'bounded',
      title: 'After 200 requests, each acknowledged by the next, stable storage is at most 200 characters longer than after 10',
      kind: 'cost',
      points: 10,
      judged: [{ scenario: scenarios.twoHundred, property: bounded }],
    },
  ],
  hints: [
    'A REQUEST arrives that looks exactly like one from a minute ago. What must the server know to tell whether it is the same one, and what must it know to answer it? Does that differ between clients?',
    'Between any two writes there may be a crash. Take each pair of lines in your handler and ask what is on stable storage if the server stops just there, and what happens when the request comes again.',
    'If two facts must change together, how many writes may it take? Look at what one call of `stable.set` can hold.',
    'A client has acknowledged number 7. Which answers will it never ask for again? And when number 5 comes once more after that, how does it look to a server that has forgotten number 5, and how does a new request look?',
    'A request is in your table, or old, or new. Which of the three can a refusal be in? And what does a repeated `balance` have to say after a deposit?',
    'A neighbouring problem: a counter of visitors that reads a file of cards line by line, and may crash anywhere. Two writes lose or repeat a visitor: `set("count", n + 1); set("line", k + 1)`. One write cannot: `const { count, line } = get("at") ?? { count: 0, line: 0 }; set("at", { count: count + 1, line: line + 1 }); print(count + 1)`. It prints last, since whoever reads the print relies on it.',
  ],
};

function judge(sessions: readonly scenarios.Session[], promise: (requests: readonly Request[]) => Property): Judged[] {
  return sessions.map((scenario) => ({ scenario, property: promise(scenario.requests) }));
}
