/** The questions of the lesson on information redundancy. */
import type { Quiz } from '../../src/lesson/quiz.ts';

export const quiz: Quiz = [
  {
    ask: 'Encode the data bits `1011`, d1 first, with even parity.',
    choices: [
      { text: '`0110011`', isRight: true, why: 'Groups 1 and 4 are already even, group 2 needs a 1: p1 = 0, p2 = 1, p4 = 0.' },
      { text: '`1011010`', why: 'That is the code word of `1010`. Read positions 3, 5, 6 and 7.' },
      { text: '`0110010`', why: 'The last bit is flipped. Every group that watches position 7 is odd, and the syndrome is 7.' },
      {
        text: '`1001011`',
        why: 'The parity bits do not stand at positions 1, 2 and 4 here. Read as a received word, it has the syndrome 4.',
      },
    ],
  },
  {
    ask: 'You receive `0110111`, and at most one bit is wrong. Which?',
    choices: [
      { text: 'Bit 3', why: 'Bit 3 would turn groups 2 and 1 odd. Here group 2 is even.' },
      { text: 'Bit 5', isRight: true, why: 'Groups 4 and 1 are odd, so the syndrome is `101`, which is 5.' },
      { text: 'Bit 6', why: 'Bit 6 would turn groups 4 and 2 odd. Here group 2 is even, and group 1 is odd.' },
      { text: 'None', why: 'Then all three groups would be even. Two are odd.' },
    ],
  },
  {
    ask: 'Two bits of a (7,4) word flip on the way. What does the receiver do?',
    choices: [
      {
        text: 'It reports a double error',
        why: 'Seven bits leave it no way to. Each syndrome but `000` is the address of a single error.',
      },
      {
        text: 'It always ends at a wrong code word',
        isRight: true,
        why: 'In all 336 of 336 cases. The syndrome is never `000`, so it flips a third bit, and lands on another code word.',
      },
      {
        text: 'It sometimes repairs the word',
        why: 'Code words differ in at least three places. Two flips away from one, the nearest is another.',
      },
      {
        text: 'It leaves the word as it is',
        why: 'Two different positions never cancel out in the syndrome, so the syndrome is not `000` and some bit is flipped.',
      },
    ],
  },
  {
    ask: 'How many parity bits does a Hamming code need for 12 bits of data?',
    choices: [
      { text: '3', why: 'Three bits give 8 syndromes. There are 15 bits to name, and “none”.' },
      { text: '4', why: 'It nearly fits: 12 + 4 + 1 = 17 things to say, and 16 syndromes.' },
      { text: '5', isRight: true, why: '12 + 5 + 1 = 18 things to say, and 32 syndromes.' },
      { text: '6', why: 'It would work, with one bit more than needed.' },
    ],
  },
];
