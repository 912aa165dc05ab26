/**
 * The proof that an exercise grades well: its starter fails, its solution passes, and so does every right answer of another design; each mutant fails
 * the check that it names, each check is named.
 */
import type { Report } from '../grader/base/report.ts';
import type { Exercise } from '../grader/checks/exercise.ts';

/** The files of one exercise's folder, as text. */
export interface ExerciseFiles {
  readonly starter: string;
  readonly solution: string;
  readonly mutants: readonly NamedFile[];
  /** Right answers of another design than the solution: other data structures, other orders, other messages. */
  readonly alternatives: readonly NamedFile[];
}

interface NamedFile {
  readonly name: string;
  readonly text: string;
}

/** The check that a mutant's first line names: `// MUTANT correct-single: the weights of the syndrome are reversed.` */
function checkNamedBy(mutant: string): string | undefined {
  return /^\/\/ MUTANT ([a-z0-9-]+): \S/.exec(mutant)?.[1];
}

/** What is wrong with an exercise, a sentence each; nothing if it is proved. */
export async function auditExercise(
  exercise: Exercise,
  files: ExerciseFiles,
  grade: (source: string) => Promise<Report>,
): Promise<string[]> {
  const faults: string[] = [];
  const points = exercise.checks.reduce((sum, check) => sum + check.points, 0);
  if (points !== 100) faults.push(`the checks have ${points} points in all, not 100`);

  const starter = await grade(files.starter);
  if (starter.verdict !== 'failed') faults.push(`the starter's verdict is ${starter.verdict}, not failed`);
  if (!files.starter.includes('TODO')) faults.push('the starter says TODO nowhere');

  const solution = passFault(await grade(files.solution), points);
  if (solution !== undefined) faults.push(`the solution ${solution}`);
  const alternatives = files.alternatives.map(async ({ name, text }) => {
    const fault = passFault(await grade(text), points);
    return fault === undefined ? [] : [`alternatives/${name} ${fault}`];
  });
  faults.push(...(await Promise.all(alternatives)).flat());

  faults.push(...(await Promise.all(files.mutants.map((mutant) => auditMutant(mutant, grade)))).flat());

  const named = new Set(files.mutants.map((mutant) => checkNamedBy(mutant.text)));
  for (const check of exercise.checks) if (!named.has(check.id)) faults.push(`no mutant names the check ${check.id}`);
  return faults;
}

/** What a right answer lacks of full points. */
function passFault({ verdict, score, checks, diagnostics }: Report, points: number): string | undefined {
  if (verdict === 'passed' && score === points) return undefined;
  const failing = checks.filter((check) => check.status !== 'passed').map((check) => `${check.id}: ${check.message ?? check.status}`);
  return `has ${score} points: ${[...failing, ...diagnostics.map((one) => one.message)].join(' | ')}`;
}

async function auditMutant({ name, text }: NamedFile, grade: (source: string) => Promise<Report>): Promise<string[]> {
  const named = checkNamedBy(text);
  if (named === undefined) return [`mutants/${name}: the first line names no check; write \`// MUTANT <check>: <how it is wrong>\``];
  const check = (await grade(text)).checks.find((one) => one.id === named);
  if (!check) return [`mutants/${name}: there is no check ${named}`];
  return check.status === 'failed' ? [] : [`mutants/${name}: ${named} is ${check.status}, not failed`];
}
