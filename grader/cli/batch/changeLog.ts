/**
 * What a new grading changed, for whoever has handed out grades already: `changes.csv` with before and after.
 *
 * What a result was before it was replaced is noted first, so that a batch that is killed and goes on still knows it.
 */
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LearnerError } from '../../base/learnerError.ts';
import type { Report } from '../../base/report.ts';
import { writeWhole } from '../writeWhole.ts';
import { byCodeUnits } from './classFolder.ts';
import { csvRow } from './csv.ts';
import type { Standing } from './standing.ts';

interface Before {
  readonly submission: string;
  readonly exercise: string;
  readonly verdict: Report['verdict'];
  readonly score: number;
}

export interface ChangeLog {
  /** @throws LearnerError where it cannot be written. */
  readonly note: (before: Before) => void;
  /** Writes `changes.csv` if anything was graded anew. Answers how many answers have another verdict or score now. */
  readonly finish: (standings: readonly Standing[]) => number;
}

export function openChangeLog(out: string): ChangeLog {
  const journal = join(out, '.changes.jsonl');
  return {
    note(before) {
      try {
        // On a line of its own, whatever was cut short before it.
        appendFileSync(journal, `\n${JSON.stringify(before)}\n`);
      } catch {
        throw new LearnerError(`${journal} cannot be written. Check that you may write there and that the disk has room.`);
      }
    },
    finish(standings) {
      const noted = readJournal(journal);
      if (noted.size === 0) return 0;
      const standingOf = new Map(standings.map((standing) => [standing.submission, standing]));
      const rows = [...noted.values()].flatMap((before) => {
        const now = standingOf.get(before.submission)?.answers.find((answer) => answer.exercise === before.exercise);
        if (!now || (now.verdict === before.verdict && now.score === before.score)) return [];
        return [csvRow([before.submission, before.exercise, before.verdict, before.score, now.verdict, now.score])];
      });
      const header = csvRow(['submission', 'exercise', 'verdict_before', 'score_before', 'verdict', 'score']);
      writeWhole(join(out, 'changes.csv'), header + rows.sort(byCodeUnits).join(''));
      rmSync(journal, { force: true });
      return rows.length;
    },
  };
}

/** The first note of each answer: later ones were made by a batch that went on after it had been killed. */
function readJournal(file: string): Map<string, Before> {
  const noted = new Map<string, Before>();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return noted;
  }
  for (const line of text.split('\n')) {
    const before = beforeIn(line);
    if (!before) continue;
    const key = `${before.exercise}/${before.submission}`;
    if (!noted.has(key)) noted.set(key, before);
  }
  return noted;
}

/** A last line that was cut short counts for nothing. */
function beforeIn(line: string): Before | undefined {
  try {
    return JSON.parse(line) as Before;
  } catch {
    return undefined;
  }
}
