import { describe, expect, test } from 'vitest';
import { sealQuiz, unseal, type Quiz } from './quiz.ts';
import { quizFaults } from './quizFaults.ts';

const QUIZ: Quiz = [
  {
    ask: 'Which bit?',
    choices: [
      { text: 'Bit 3', why: 'Group 2 is even.' },
      { text: 'Bit 5', why: 'The syndrome is `101`: “five” – naïve, isn’t it 🙂', isRight: true },
    ],
  },
];

describe('a sealed quiz', () => {
  const sealed = sealQuiz('bits', QUIZ);
  const [question] = sealed.questions;

  test('opens as it was closed', () => {
    expect(unseal(question?.sealed ?? '')).toEqual({
      right: 1,
      whys: ['Group 2 is even.', 'The syndrome is `101`: “five” – naïve, isn’t it 🙂'],
    });
  });

  test('shows questions and choices', () => {
    expect(sealed.slug).toBe('bits');
    expect(question).toMatchObject({ ask: 'Which bit?', choices: ['Bit 3', 'Bit 5'] });
  });

  test('shows neither a why nor which choice is right, and base64 alone does not either', () => {
    const page = JSON.stringify(sealed);
    const decoded = atob(question?.sealed ?? '');

    for (const secret of ['Group 2', 'syndrome', 'right', '101', '":1']) {
      expect(page).not.toContain(secret);
      expect(decoded).not.toContain(secret);
    }
  });
});

describe('a quiz at fault', () => {
  const [question] = QUIZ;
  const choices = question?.choices ?? [];
  const faultsOf = (changed: Quiz[number]): readonly string[] => quizFaults([changed]);

  test('a quiz without fault has none', () => {
    expect(quizFaults(QUIZ)).toEqual([]);
  });

  test('needs a question', () => {
    expect(quizFaults([])).toEqual(['It must export `quiz`, a list with at least one question.']);
  });

  test('needs exactly one right choice', () => {
    const none = choices.map(({ text, why }) => ({ text, why }));
    const two = choices.map((choice) => ({ ...choice, isRight: true }));

    expect(faultsOf({ ask: 'A?', choices: none })).toEqual([
      'Question 1, “A?”: 0 choices are right; exactly one must have `isRight: true`.',
    ]);
    expect(faultsOf({ ask: 'A?', choices: two })).toEqual([
      'Question 1, “A?”: 2 choices are right; exactly one must have `isRight: true`.',
    ]);
  });

  test('has two choices at least and six at most', () => {
    const seven = Array.from({ length: 7 }, (_, at) => ({ text: `${at}`, why: 'so', isRight: at === 0 }));

    expect(faultsOf({ ask: 'A?', choices: choices.slice(1) })).toEqual(['Question 1, “A?”: it has 1 choices; 2 to 6 are allowed.']);
    expect(faultsOf({ ask: 'A?', choices: seven })).toEqual(['Question 1, “A?”: it has 7 choices; 2 to 6 are allowed.']);
  });

  test('explains every choice', () => {
    expect(faultsOf({ ask: 'A?', choices: [...choices, { text: 'Bit 6', why: ' ' }] })).toEqual([
      'Question 1, “A?”: choice 3, “Bit 6”, has no `why`.',
    ]);
  });

  test('says nothing twice', () => {
    expect(faultsOf({ ask: 'A?', choices: [...choices, { text: 'Bit 3', why: 'so' }] })).toEqual([
      'Question 1, “A?”: two choices say “Bit 3”.',
    ]);
    expect(quizFaults([...QUIZ, ...QUIZ])).toEqual(['Question 2, “Which bit?”, is asked twice.']);
  });
});
