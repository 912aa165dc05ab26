/** The bully algorithm among three to five processes: every order of messages, every place for a crash. */
import type { Exercise } from '../../grader/checks/exercise.ts';
import { announced, neverBelow } from './announcements.ts';
import { atMost } from './costs.ts';
import { agreed, agreedAndElected, alone, elected, settled } from './settled.ts';
import {
  asksOne,
  atOnce,
  atOnceHeadless,
  four,
  groupOfOne,
  headless,
  higherTwo,
  highestReturns,
  leaderLost,
  onlyOne,
  quiet,
  three,
  twice,
} from './scenarios.ts';
import { takesOver } from './takesOver.ts';
import { winnerCrashes } from './winnerCrashes.ts';
import { work } from './work.ts';

const PLAN = '3 processes with 2 crashes and 1 recovery, 4 with fewer faults';

/** Simplest first. */
const ALL = [quiet, three, twice, leaderLost, headless, four];

export const bullyElection: Exercise = {
  id: 'bully-election',
  title: 'Bully election',
  lesson: 'primary-backup-elections',
  level: 'medium',
  core: true,
  exports: [],
  roles: ['BullyProcess'],
  work,
  checks: [
    {
      id: 'agreement',
      title: `No live process ends with another leader than the highest live one: ${PLAN}`,
      kind: 'safety',
      points: 30,
      judged: ALL.map((scenario) => ({ scenario, property: settled(scenario, agreed) })),
    },
    {
      id: 'never-below',
      title: `No process ever names a lower one than itself: ${PLAN}`,
      kind: 'safety',
      points: 5,
      judged: ALL.map((scenario) => ({ scenario, property: neverBelow(scenario.group) })),
    },
    {
      id: 'announced',
      title: `No process names another before that one sent it COORDINATOR: ${PLAN}`,
      kind: 'safety',
      points: 10,
      judged: ALL.map((scenario) => ({ scenario, property: announced })),
    },
    {
      id: 'elected',
      title: `Every live process ends with a leader that is up: ${PLAN}`,
      kind: 'liveness',
      points: 15,
      judged: ALL.map((scenario) => ({ scenario, property: settled(scenario, elected) })),
    },
    {
      id: 'winner-crashes',
      title:
        'One leader all the same if a process that said OK crashes, or a winner at any effect of its announcement: 3 or 4 processes, 2 down',
      kind: 'liveness',
      points: 15,
      judged: [
        // Without a fault there must be a winner, or nobody is there to crash.
        { scenario: quiet, property: settled(quiet, agreedAndElected) },
        ...[higherTwo, headless, four].map((scenario) => ({ scenario, property: winnerCrashes(scenario) })),
      ],
    },
    {
      id: 'alone',
      title: 'The only live process of 3, or of a group of one, names itself',
      kind: 'edge',
      points: 5,
      judged: [groupOfOne, ...onlyOne].map((scenario) => ({ scenario, property: settled(scenario, alone) })),
    },
    {
      id: 'recovery',
      title: 'A process that recovers as the highest live one of 3 takes over without being asked',
      kind: 'edge',
      points: 5,
      judged: [highestReturns, higherTwo].map((scenario) => ({ scenario, property: takesOver(scenario) })),
    },
    {
      id: 'at-once',
      title: 'All are asked at once and agree on one leader: 3 processes, or 4 of which the highest is down',
      kind: 'edge',
      points: 5,
      judged: [atOnce, atOnceHeadless].map((scenario) => ({ scenario, property: settled(scenario, agreedAndElected) })),
    },
    {
      id: 'worst-case',
      title: 'The lowest of 3, 4 or 5 is asked, the highest is down: at most n² - n - 1 messages',
      kind: 'cost',
      points: 5,
      judged: [3, 4, 5].map((n) => ({ scenario: asksOne(n, 0), property: atMost(n, n * n - n - 1, 'n² - n - 1') })),
    },
    {
      id: 'best-case',
      title: 'The highest of 3, 4 or 5 is down, the next one is asked: at most n - 1 messages',
      kind: 'cost',
      points: 5,
      judged: [3, 4, 5].map((n) => ({ scenario: asksOne(n, n - 2), property: atMost(n, n - 1, 'n - 1') })),
    },
  ],
  hints: [
    'Take the middle one of three processes and an ELECTION from the lowest. What does it do if it is at rest, and what if it is in the middle of an election of its own? What would the lowest one believe if no OK came?',
    'Timers are patient: when one goes off, everything that was sent has arrived. What do you then know of all higher processes if no OK has come? And what do you know if one has come, but no COORDINATOR?',
    'Let the process that said OK crash before its next effect. What still waits for it, and what ends the wait? If the application asks for an election now, does your process think that it is holding one?',
    'An election ends in two ways: a COORDINATOR arrives, or this process announces itself. List every field and every timer that belongs to an election. Do both ways put all of them back?',
    'Two processes wait equally long, the lower for a COORDINATOR, the higher for an OK from one that is down. Whose timer has to go off first? And of what you knew of a leader before, is anything still true when a COORDINATOR comes from another one?',
    "A neighbouring problem: a job is sent to several printers, and printed at home if none accepts it. An accepted job should come out soon, but its printer may break down in between. There are two waits, and each has an end of its own: `case 'ACCEPTED': if (this.waiting) { ctx.cancelTimer('accepted'); ctx.setTimer('printed', 2 * ctx.config.timeout); } break; case 'PRINTED': this.done(ctx); break;`, then `onTimer(ctx, name) { if (name === 'accepted') this.printAtHome(ctx); else this.submit(ctx); }`, where `done` cancels both timers and sets `waiting` to false.",
  ],
};
