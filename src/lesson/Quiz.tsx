/** The questions of a lesson. What a reader has answered is kept elsewhere: `answers` come in, `onAnswer` tells of each new one. */
import { Question } from './Question.tsx';
import type { SealedQuiz } from './quiz.ts';

interface QuizProps {
  readonly quiz: SealedQuiz;
  /** By the number of the question, which counts from 1: the index of the choice that was answered last. */
  readonly answers?: ReadonlyMap<number, number>;
  readonly onAnswer?: (question: number, chosen: number, isRight: boolean) => void;
}

export function Quiz({ quiz, answers, onAnswer }: QuizProps) {
  return (
    <>
      <noscript>
        <p>You can read the questions here. To answer them, and to see why an answer is right or wrong, switch JavaScript on.</p>
      </noscript>
      {quiz.questions.map((question, at) => (
        <Question
          key={question.ask}
          id={`${quiz.slug}/${at + 1}`}
          question={question}
          answer={answers?.get(at + 1)}
          onAnswered={onAnswer && ((chosen, isRight) => onAnswer(at + 1, chosen, isRight))}
        />
      ))}
    </>
  );
}
