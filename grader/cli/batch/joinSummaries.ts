/** What the parts of a class are together, or why they cannot be joined. */
import { LearnerError } from '../../base/learnerError.ts';
import type { Written } from './results.ts';
import { refusedNames } from './submissionName.ts';
import type { Standing } from './standing.ts';
import type { Summary, SummaryHead } from './summary.ts';

export interface Part {
  /** Its folder. */
  readonly out: string;
  readonly summary: Summary;
}

export interface Joined {
  readonly head: SummaryHead;
  readonly written: readonly { readonly from: string; readonly written: Written }[];
}

/** @throws LearnerError where versions, seeds or results differ, where a name could lead out of the folder, or where a shard is missing. */
export function joinSummaries(parts: readonly Part[], isPartial: boolean): Joined {
  const [first] = parts;
  if (!first) throw new LearnerError('There is nothing to join.');
  for (const part of parts) checkSame(first, part);
  if (!isPartial) checkComplete(parts);
  const from = new Map<string, { from: string; written: Written; standing: string }>();
  for (const { out, summary } of parts) {
    for (const standing of summary.submissions) {
      checkNames(out, standing);
      const known = from.get(standing.submission);
      const text = JSON.stringify(standing);
      if (known && known.standing !== text) {
        throw new LearnerError(
          `${standing.submission} has other results in ${out} than in ${known.from}. Merge parts of one class, graded once.`,
        );
      }
      if (!known) from.set(standing.submission, { from: out, written: writtenOf(standing), standing: text });
    }
  }
  const { grader, anonymised } = first.summary;
  const head = { schema: 'faultline-batch/1', grader, ...(anonymised === undefined ? {} : { anonymised }) } as const;
  return { head, written: [...from.values()] };
}

function checkSame(first: Part, { out, summary }: Part): void {
  if (first.summary.anonymised !== summary.anonymised) {
    throw new LearnerError(
      `${first.out} and ${out} do not hide names with the same key, so nobody can tell who stands in both. Grade both with the same --anonymise KEYFILE, or both without, then merge.`,
    );
  }
  const [a, b] = [first.summary.grader, summary.grader];
  const what =
    a.version === b.version ? (a.seed === b.seed ? undefined : ['seed', a.seed, b.seed]) : ['grader version', a.version, b.version];
  if (!what) return;
  const [word, ofFirst, ofThis] = what;
  throw new LearnerError(
    `${first.out} was graded with ${word} ${ofFirst}, and ${out} with ${word} ${ofThis}, so their results cannot be compared. Grade both alike, then merge.`,
  );
}

/** Shards that say how many they are must all be there. */
function checkComplete(parts: readonly Part[]): void {
  const shards = parts.flatMap(({ summary }) => summary.shard ?? []);
  const counts = [...new Set(shards.map((shard) => shard.count))];
  if (counts.length > 1)
    throw new LearnerError(
      `The parts were cut differently: ${counts.map((count) => `into ${count}`).join(', ')}. Merge the shards of one class.`,
    );
  const [count = 0] = counts;
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !shards.some((shard) => shard.index === index));
  if (missing.length === 0) return;
  throw new LearnerError(
    `Of ${count} shards, ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. Grade and name ${missing.length === 1 ? 'it' : 'them'} too, or join what is there with --partial.`,
  );
}

/** Characters of a name: what a file system takes, with each of its bytes shown as four. */
const MAX_NAME_CHARS = 1024;

function checkNames(out: string, { submission, answers, refused }: Standing): void {
  const isLong = submission.length > MAX_NAME_CHARS;
  if (!isLong && answers.length === 0 && refused !== undefined) return;
  const isOdd = isLong || submission === '.' || submission === '..' || refusedNames([submission]).size > 0;
  if (isOdd) throw new LearnerError(`The summary in ${out} names a submission that could lead out of its folder. It was not merged.`);
}

function writtenOf({ submission, refused, skipped, answers }: Standing): Written {
  return { submission, refused, skipped, exercises: answers.map((answer) => answer.exercise) };
}
