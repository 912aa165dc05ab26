/** The questions of the lesson on physical redundancy. */
import type { Quiz } from '../../src/lesson/quiz.ts';

export const quiz: Quiz = [
  {
    ask: 'Three modules, each right with probability 0.9, and a voter that never fails. How likely is a right result?',
    choices: [
      { text: '0.999', why: 'That is the probability that at least one of three is right. A voter needs two.' },
      { text: '0.729', why: 'That is the probability that all three are right. The voter bears one that is not.' },
      { text: '0.972', isRight: true, why: '3 · 0.81 − 2 · 0.729 = 0.972.' },
      { text: '0.81', why: 'That is the probability that two modules are both right, as if there were no third.' },
    ],
  },
  {
    ask: 'A module is right with probability 0.3. How do three of them that vote compare with one?',
    choices: [
      {
        text: 'Better',
        why: 'It tempts, since three were better above. Below a half the majority is more often wrong than one module is.',
      },
      { text: 'Worse: 0.216', isRight: true, why: '3 · 0.09 − 2 · 0.027 = 0.216, which is less than 0.3.' },
      { text: 'Equal', why: 'That is so at 0, at 0.5 and at 1, and nowhere else.' },
      { text: 'It cannot be computed', why: 'The formula holds for every probability.' },
    ],
  },
  {
    ask: 'Three sensors say 10, 10.1 and 55, and readings agree if they are within 0.5 of each other. What should a voter give?',
    choices: [
      { text: '10.1', isRight: true, why: 'It is the middle value, and two of three agree, so there is a majority to trust it.' },
      { text: '25.03', why: 'That is the mean. One liar moves it wherever it likes.' },
      { text: '55', why: 'Nothing speaks for it: it is one reading, far from both others.' },
      {
        text: 'Nothing: there is no majority',
        why: 'No two are equal, so an exact vote finds none. But two agree within the tolerance, and two of three are a majority.',
      },
    ],
  },
  {
    ask: 'Three stages, three voters each. A module of stage 1 is broken, and a voter of stage 2, in another lane. What does stage 3 give?',
    choices: [
      {
        text: 'It depends on the wrong values',
        why: 'It would, if both were in one stage and could agree. Here each is alone against two.',
      },
      { text: 'Wrong results', why: 'Two faults are too many for one stage. These are in different stages, and each stage masks one.' },
      { text: 'Nothing: the voters wait for each other', why: 'A voter waits for nobody: it gives what two of its inputs have.' },
      {
        text: 'Right results',
        isRight: true,
        why: 'The voters of stage 1 drop the module. The voter of stage 2 spoils one module of stage 3, and the last voters drop that.',
      },
    ],
  },
  {
    ask: 'A probe is to work for twice the mean lifetime of its computer, and nobody can repair it. Should it carry three computers that vote?',
    choices: [
      {
        text: 'Yes: three last longer than one',
        why: 'The last of three does. A vote needs two, and these last 5/6 of a lifetime on average.',
      },
      { text: 'Yes, if the voters are triplicated', why: 'That helps against broken voters. Here the modules themselves are the trouble.' },
      {
        text: 'No: after that time one is likelier to work than two of three',
        isRight: true,
        why: 'Beyond 0.69 mean lifetimes one is likelier to work: 0.135 against 0.050 at two. Spares that are switched on one by one would serve better.',
      },
      { text: 'It makes no difference', why: 'The two are equally likely to work at 0.69 mean lifetimes only.' },
    ],
  },
  {
    ask: 'Three replicas run the same program and crash on the same input. What would have helped?',
    choices: [
      {
        text: 'A fourth and a fifth replica of the same program, and a vote of five',
        why: 'They run the same program and crash on the same input.',
      },
      { text: 'Triplicated voters', why: 'All voters are sound here. They have nothing to vote on.' },
      {
        text: 'A program built differently in one or more of the replicas',
        isRight: true,
        why: 'Only what differs can fail apart. Even then the same hard case may defeat both.',
      },
      { text: 'Mid-value selection instead of an exact vote', why: 'It chooses among values. Here there is none.' },
    ],
  },
];
