import { useCallback, useMemo } from 'react';
import { pageMemory } from './pageMemory.ts';
import { useTable } from './useTable.ts';

interface QuizAnswers {
  /** By the number of the question, which counts from 1: the index of the choice. */
  readonly answers: ReadonlyMap<number, number>;
  readonly onAnswer: (question: number, chosen: number, isRight: boolean) => void;
}

/** What the reader has answered in the quiz of a lesson: the first right answer to a question, or else the last one. */
export function useQuizAnswers(lesson: string): QuizAnswers {
  const all = useTable('answers');
  const answers = useMemo(() => {
    const own = all?.filter((one) => one.question.startsWith(`${lesson}/`)) ?? [];
    return new Map(own.map((one) => [Number(one.question.slice(lesson.length + 1)), one.chosen]));
  }, [all, lesson]);
  const onAnswer = useCallback(
    (number: number, chosen: number, isRight: boolean) => {
      const memory = pageMemory();
      void memory.add('answers', { question: `${lesson}/${number}`, chosen, isRight, at: memory.now() });
    },
    [lesson],
  );
  return { answers, onAnswer };
}
