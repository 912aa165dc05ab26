/** How a submission stands: what tables and the summary say of it, without the reports themselves. */
import type { Diagnostic, Report } from '../../base/report.ts';

/** `error`: something of it could not be graded, which is not the same as no points. `empty`: it holds no answers. */
type Status = 'passed' | 'failed' | 'inconclusive' | 'error' | 'empty';

export interface Standing {
  /** As it is written: a pseudonym where names are hidden. */
  readonly submission: string;
  readonly status: Status;
  /** Why nothing of it was graded. */
  readonly refused?: string;
  /** Points of all answers that were graded, and what those answers could have earned. */
  readonly score: number;
  readonly maxScore: number;
  /** How many of its files have no exercise's name. */
  readonly skipped: number;
  readonly answers: readonly AnswerStanding[];
}

export interface AnswerStanding {
  readonly exercise: string;
  readonly verdict: Report['verdict'];
  readonly score: number;
  readonly maxScore: number;
  /** Why it could not be graded. */
  readonly diagnostics?: readonly Diagnostic[];
}

export function answerStanding({ exercise, verdict, score, maxScore, diagnostics }: Report): AnswerStanding {
  const standing = { exercise, verdict, score, maxScore };
  return diagnostics.length === 0 ? standing : { ...standing, diagnostics };
}

interface Found {
  readonly submission: string;
  readonly refused: string | undefined;
  readonly skipped: number;
  readonly answers: readonly AnswerStanding[];
}

export function standingOf({ submission, refused, skipped, answers }: Found): Standing {
  const graded = answers.filter((answer) => answer.verdict !== 'error');
  return {
    submission,
    status: refused === undefined ? worst(answers) : 'error',
    ...(refused === undefined ? {} : { refused }),
    score: sum(graded.map((answer) => answer.score)),
    maxScore: sum(graded.map((answer) => answer.maxScore)),
    skipped,
    answers,
  };
}

const FROM_WORST = ['error', 'failed', 'inconclusive', 'passed'] as const;

function worst(answers: readonly AnswerStanding[]): Status {
  return FROM_WORST.find((verdict) => answers.some((answer) => answer.verdict === verdict)) ?? 'empty';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
