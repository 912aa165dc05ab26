/** The quiz of a lesson, with what the reader has answered before. */
import { Quiz } from '../lesson/Quiz.tsx';
import type { SealedQuiz } from '../lesson/quiz.ts';
import { useQuizAnswers } from './useQuizAnswers.ts';

export function KeptQuiz({ quiz }: { readonly quiz: SealedQuiz }) {
  const { answers, onAnswer } = useQuizAnswers(quiz.slug);
  return <Quiz quiz={quiz} answers={answers} onAnswer={onAnswer} />;
}
