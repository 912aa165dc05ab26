import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Graded, Reporter } from '../../report/graded.ts';
import { oneLine } from '../../report/safeText.ts';
import { NEEDS, REPORTERS } from '../../report/reporters.ts';
import { exerciseNamed } from '../catalogue.ts';
import { COLOR_OPTION, wantsColor } from '../colorChoice.ts';
import { EXIT, UsageError, type Command, type Input } from '../command.ts';
import { nearest } from '../nearest.ts';
import { openGrader } from '../openGrader.ts';
import { newProgressLine } from '../progressLine.ts';
import { reportContext, repositoryPath } from '../reportContext.ts';
import { readSeed, SEED_OPTION } from '../seed.ts';
import { addStepSummary } from '../stepSummary.ts';
import { findSubmissions, type Submissions } from '../submissions.ts';
import { writeWhole } from '../writeWhole.ts';

export const grade: Command = {
  name: 'grade',
  args: 'ID FILE | DIR',
  summary: 'grades one file, or every ID.ts in a folder',
  details: [
    'Reporters:',
    '  text, json, markdown, html           for people; json is the report itself, html one page with the runs that fail',
    '  junit, tap, sarif                    for GitLab, Jenkins and others; TAP 14; code scanning',
    '  github                               annotations, and the summary of the step that GITHUB_STEP_SUMMARY names',
    '  gradescope, prairielearn             their results.json; what PrairieLearn cannot grade is no attempt',
    '  classroom50                          its result.json, from the environment of its runner; take an exit code of 1 for 0 there',
  ],
  options: {
    reporter: {
      value: 'NAME[=FILE]',
      repeatable: true,
      text: 'how results are written (default text), and to which file; repeatable',
    },
    check: { value: 'CHECK', text: 'runs that check alone' },
    seed: SEED_OPTION,
    color: COLOR_OPTION,
  },
  async run(input, terminal) {
    const outputs = readOutputs(input);
    // Before minutes of grading rather than after them.
    for (const { name } of outputs) NEEDS.get(name)?.(reportContext(terminal));
    const color = wantsColor(input, terminal);
    const seed = readSeed(input);
    const submissions = findSubmissions(input.positionals);
    const onlyCheck = readCheck(input, submissions);
    for (const name of submissions.skipped) terminal.err(`${oneLine(name)} is skipped: no exercise has that name.\n`);

    const graded: Graded[] = [];
    const grader = openGrader();
    const progress = newProgressLine(terminal);
    try {
      for (const { id, file, read } of submissions.files) {
        const report = await grader.grade({ exercise: id, source: read(), seed, onlyCheck }, progress.show);
        graded.push({ file, path: repositoryPath(file, terminal), report });
      }
    } finally {
      progress.clear();
      grader.stop();
    }
    const context = reportContext(terminal);
    for (const { reporter, file } of outputs) {
      const document = reporter({ graded, single: submissions.single, color: color && file === undefined }, context);
      if (file === undefined) terminal.out(document);
      else writeWhole(file, document);
    }
    if (outputs.some(({ name }) => name === 'github')) addStepSummary(graded, terminal);
    return graded.every((one) => one.report.verdict === 'passed') ? EXIT.passed : EXIT.notPassed;
  },
};

interface Output {
  readonly name: string;
  readonly reporter: Reporter;
  /** Standard output where absent. */
  readonly file: string | undefined;
}

function readOutputs(input: Input): Output[] {
  const wanted = input.texts('reporter');
  const outputs = (wanted.length === 0 ? ['text'] : wanted).map((word) => {
    const at = word.indexOf('=');
    const name = at < 0 ? word : word.slice(0, at);
    const reporter = REPORTERS.get(name);
    if (!reporter) {
      const guess = nearest(name, [...REPORTERS.keys()]);
      const instead = guess === undefined ? `There are ${[...REPORTERS.keys()].join(', ')}.` : `Did you mean ${guess}?`;
      throw new UsageError(`No reporter is called ${JSON.stringify(name)}. ${instead}`);
    }
    if (at >= 0 && word.slice(at + 1) === '') throw new UsageError(`--reporter ${word} names no file: write --reporter ${name}=FILE.`);
    return { name, reporter, file: at < 0 ? undefined : word.slice(at + 1) };
  });
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, at) => files.indexOf(file) !== at);
  const homeless = files.find((file) => !existsSync(dirname(file)));
  if (homeless !== undefined) throw new UsageError(`There is no folder ${dirname(homeless)} for ${basename(homeless)}. Make it first.`);
  if (twice !== undefined) throw new UsageError(`Two reporters would write to ${twice}. Give each a file of its own.`);
  return outputs;
}

function readCheck(input: Input, submissions: Submissions): string | undefined {
  const check = input.text('check');
  if (check === undefined) return undefined;
  const [only] = submissions.files;
  if (!submissions.single || !only) throw new UsageError('--check names a check of one exercise: use it with ID FILE.');
  const checks = exerciseNamed(only.id).checks.map((one) => one.id);
  if (!checks.includes(check))
    throw new UsageError(`${only.id} has no check ${JSON.stringify(check)}. Its checks are ${checks.join(', ')}.`);
  return check;
}
