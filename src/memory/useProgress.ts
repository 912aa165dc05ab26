/** How far the reader is, in every exercise and lesson. */
import { useMemo } from 'react';
import { isUntouched } from './merge.ts';
import type { Place } from './records.ts';
import type { Contents } from './tables.ts';
import { useTable } from './useTable.ts';

export type Stage = 'untouched' | 'begun' | 'done';

export interface ExerciseProgress {
  readonly stage: Stage;
  /** The best score of all attempts; undefined before the first. */
  readonly score: number | undefined;
  readonly maxScore: number | undefined;
  /** The checks that any attempt has passed. */
  readonly passed: ReadonlySet<string>;
}

interface LessonProgress {
  readonly stage: Stage;
  /** The id of the heading that was last reached. */
  readonly heading: string | undefined;
}

export interface Progress {
  readonly exercise: (id: string) => ExerciseProgress;
  readonly lesson: (id: string) => LessonProgress;
  readonly place: Place | undefined;
}

/** Undefined until it is known: on the server, and for a moment after. */
export function useProgress(): Progress | undefined {
  const best = useTable('best');
  const drafts = useTable('drafts');
  const lessons = useTable('lessons');
  const places = useTable('places');
  return useMemo(
    () => (best && drafts && lessons && places ? progressOf({ best, drafts, lessons, places }) : undefined),
    [best, drafts, lessons, places],
  );
}

export function progressOf({ best, drafts, lessons, places }: Pick<Contents, 'best' | 'drafts' | 'lessons' | 'places'>): Progress {
  const results = new Map(best.map((one) => [one.exercise, one]));
  const written = new Map(drafts.map((one) => [one.exercise, one]));
  const visits = new Map(lessons.map((one) => [one.lesson, one]));
  return {
    exercise(id) {
      const result = results.get(id);
      const draft = written.get(id);
      const isBegun = result !== undefined || (draft !== undefined && !isUntouched(draft));
      const stage = result?.solvedAt !== undefined ? 'done' : isBegun ? 'begun' : 'untouched';
      return { stage, score: result?.score, maxScore: result?.maxScore, passed: new Set(result?.passed.map((check) => check.id)) };
    },
    lesson(id) {
      const visit = visits.get(id);
      const stage = visit?.finishedAt !== undefined ? 'done' : visit ? 'begun' : 'untouched';
      return { stage, heading: visit?.heading?.id };
    },
    place: places[0],
  };
}
