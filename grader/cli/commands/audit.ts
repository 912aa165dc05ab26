import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditExercise } from '../../../exercises/audit.ts';
import { readExerciseFiles } from '../../../exercises/readFiles.ts';
import type { Report } from '../../base/report.ts';
import { LearnerError } from '../../base/learnerError.ts';
import { EXERCISE_FILES, exercisesNamed } from '../catalogue.ts';
import { EXIT, type Command } from '../command.ts';
import { reportText } from '../../report/json.ts';
import { openGraderPool } from '../graderPool.ts';

export const audit: Command = {
  name: 'audit',
  args: '[ID…]',
  summary: 'for authors: proves that each exercise grades well',
  details: [
    'The starter fails, the solution and all alternatives pass with full points, every mutant fails the check that it names,',
    'and every check is named by a mutant.',
  ],
  options: {},
  async run(input, terminal) {
    const graders = openGraderPool();
    let sound = true;
    let mutants = 0;
    try {
      for (const exercise of exercisesNamed(input.positionals)) {
        if (!existsSync(new URL(`${exercise.id}/mutants/`, EXERCISE_FILES))) {
          throw new LearnerError(`The files of ${exercise.id} are not here. Run the audit in a checkout of Faultline.`);
        }
        const files = readExerciseFiles(EXERCISE_FILES, exercise.id);
        const grade = async (source: string) => {
          const report = await graders.grade({ exercise: exercise.id, source: new TextEncoder().encode(source), seed: 1 });
          keep(report, source);
          return report;
        };
        const faults = await auditExercise(exercise, files, grade);
        sound &&= faults.length === 0;
        mutants += files.mutants.length;
        const word = faults.length === 0 ? 'PROVED' : 'FAULTY';
        const counts = `${files.mutants.length} mutants, ${files.alternatives.length} alternatives`;
        terminal.out(`${word}  ${exercise.id}: ${exercise.checks.length} checks, ${counts}\n`);
        for (const fault of faults) terminal.out(`  ${fault}\n`);
      }
    } finally {
      graders.stop();
    }
    terminal.out(`${mutants} mutants in all.\n`);
    return sound ? EXIT.passed : EXIT.notPassed;
  },
};

/** For tests that compare reports with those of other hosts: a folder in which an audit leaves what it has graded, by the hash of its source. */
const KEPT = process.env['FAULTLINE_AUDIT_REPORTS'];

function keep(report: Report, source: string): void {
  if (KEPT === undefined) return;
  const name = `${report.exercise}-${createHash('sha256').update(source).digest('hex')}.json`;
  writeFileSync(join(KEPT, name), reportText(report));
}
