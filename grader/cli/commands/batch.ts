import { existsSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { LearnerError } from '../../base/learnerError.ts';
import { VERSION } from '../../base/version.ts';
import { counted } from '../../report/counted.ts';
import { openAnonymity } from '../batch/anonymity.ts';
import { newBatchLine } from '../batch/batchLine.ts';
import { openChangeLog } from '../batch/changeLog.ts';
import { openClassFolder } from '../batch/classFolder.ts';
import { finishBatch, LMS_OPTIONS, readLmsWish } from '../batch/finishBatch.ts';
import { gradeClass } from '../batch/gradeClass.ts';
import { removeHalfWritten } from '../batch/resultFile.ts';
import { isInShard, readShard } from '../batch/shard.ts';
import { shownName } from '../batch/submissionName.ts';
import { SUMMARY_FILE } from '../batch/summary.ts';
import { UsageError, type Command, type Input } from '../command.ts';
import { openGraderPool } from '../graderPool.ts';
import { JOBS_OPTION, readJobs } from '../jobs.ts';
import { openQueuedGrading } from '../queue/queuedGrading.ts';
import { readQueueAddress } from '../queue/queueAddress.ts';
import { readSeed, SEED_OPTION } from '../seed.ts';

export const batch: Command = {
  name: 'batch',
  args: 'DIR --out OUT',
  summary: 'grades a class: DIR/<submission>/ID.ts',
  details: [
    'Leaves a report for each answer in OUT/<submission>/, and summary.json, grades.csv and checks.csv. A batch that was ended goes on where it',
    'stopped: a result whose source, grader version and seed still hold is kept. An answer that cannot be graded never stops the others.',
  ],
  options: {
    out: { value: 'OUT', text: 'the folder for the results' },
    jobs: JOBS_OPTION,
    seed: SEED_OPTION,
    force: { text: 'grades again what is there' },
    shard: { value: 'I/N', text: 'grades one of N parts of the class, I from 1 to N; `faultline merge` joins them' },
    queue: { value: 'URL', text: 'hands the work to `faultline worker` processes through Redis or Valkey: redis://host:6379' },
    anonymise: { value: 'KEYFILE', text: 'writes keyed hashes instead of names; the map stays beside KEYFILE' },
    ...LMS_OPTIONS,
  },
  async run(input, terminal) {
    const { dir, out } = readFolders(input);
    const seed = readSeed(input);
    const jobs = readJobs(input);
    const shard = input.text('shard') === undefined ? undefined : readShard(input.text('shard') ?? '');
    const lms = readLmsWish(input);
    const keyFile = input.text('anonymise');
    if (keyFile !== undefined && lms) throw new UsageError('--csv names people, and --anonymise hides them: use one of the two.');
    const address = readQueueAddress(input);
    const folder = openClassFolder(dir, out);
    const anonymity = keyFile === undefined ? undefined : openAnonymity(keyFile, out);
    if (anonymity && folder.names.some((name) => isFolder(join(out, name)))) {
      throw new LearnerError(`${out} holds results under the names that --anonymise hides. Name another folder with --out.`);
    }
    makeFolder(out);

    const names = shard ? folder.names.filter((name) => isInShard(name, shard)) : folder.names;
    for (const file of anonymity ? [] : folder.skipped) terminal.err(`${shownName(file)} is skipped: it is no folder.\n`);
    if (anonymity) terminal.err(`${anonymity.isNew ? 'A key was made. ' : ''}Who is who stands in ${anonymity.mapFile}.\n`);
    anonymity?.keep(folder.names);
    removeSummary(out);
    removeHalfWritten(out);

    const line = newBatchLine(terminal, names.length);
    const changes = openChangeLog(out);
    const grading = address ? await openQueuedGrading(address, (text) => line.say(text)) : openGraderPool(jobs);
    try {
      const written = await gradeClass({
        folder,
        names,
        out,
        seed,
        force: input.has('force'),
        writtenName: (name) => anonymity?.pseudonymOf(name) ?? name,
        grade: (submission) => grading.grade(submission),
        atOnce: grading.atOnce,
        changes,
        onSubmission({ name, skipped }) {
          line.onSubmission();
          if (!anonymity) for (const file of skipped) line.say(`${shownName(join(name, file))} is skipped: no exercise has that name.`);
        },
        onAnswer: line.onAnswer,
      });
      line.clear();
      terminal.out(line.totalText());
      const head = {
        schema: 'faultline-batch/1',
        grader: { version: VERSION, seed },
        ...(anonymity ? { anonymised: anonymity.fingerprint } : {}),
        ...(shard ? { shard } : {}),
      } as const;
      const { summary, exit } = finishBatch({ out, head, written, lms, terminal });
      const changed = changes.finish(summary.submissions);
      if (changed > 0) terminal.out(`${counted(changed, 'result')} changed: ${join(out, 'changes.csv')}\n`);
      return exit;
    } finally {
      line.clear();
      await grading.stop();
    }
  },
};

function readFolders(input: Input): { dir: string; out: string } {
  const [dir, ...rest] = input.positionals;
  if (dir === undefined || rest.length > 0)
    throw new UsageError('Name the folder of the class: faultline batch submissions --out results.');
  const out = input.text('out');
  if (out === undefined || out === '') throw new UsageError(`Name a folder for the results: faultline batch ${dir} --out results.`);
  if (!existsSync(dir)) throw new LearnerError(`There is no folder ${dir}.`);
  if (!statSync(dir).isDirectory())
    throw new LearnerError(`${dir} is a file. Name the folder that holds the submissions, one folder each.`);
  const way = relative(realpathSync(dir), place(out)).split(/[/\\]/);
  if (way.length === 1 && way[0] === '')
    throw new UsageError('The results cannot go among the submissions: name another folder with --out.');
  if (way[0] !== '..' && way.length > 1) throw new UsageError(`${out} lies in a submission's folder. Name another folder with --out.`);
  return { dir, out };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The real place of a folder that may not exist yet. */
function place(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const above = dirname(full);
  return above === full ? full : join(place(above), relative(above, full));
}

function makeFolder(out: string): void {
  try {
    mkdirSync(out, { recursive: true });
  } catch {
    throw new LearnerError(`The folder ${out} cannot be made. Name another one with --out.`);
  }
}

/** What it says would no longer hold for half of the results. */
function removeSummary(out: string): void {
  const file = join(out, SUMMARY_FILE);
  try {
    rmSync(file, { force: true });
  } catch {
    throw new LearnerError(`${file} cannot be written anew. Check that it is a file and that you may write there, or name another folder.`);
  }
}
