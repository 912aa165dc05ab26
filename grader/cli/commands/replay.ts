import { LearnerError } from '../../base/learnerError.ts';
import type { Exercise } from '../../checks/exercise.ts';
import { diagnosticLines } from '../../report/diagnosticLines.ts';
import { stylePaint } from '../../report/ansi.ts';
import { replayPage } from '../../report/replayPage.ts';
import { replayText } from '../../report/replayText.ts';
import { exerciseNamed } from '../catalogue.ts';
import { COLOR_OPTION, wantsColor } from '../colorChoice.ts';
import { EXIT, UsageError, type Command, type Terminal } from '../command.ts';
import { openGrader } from '../openGrader.ts';
import { findSubmissions } from '../submissions.ts';
import { writeWhole } from '../writeWhole.ts';

export const replay: Command = {
  name: 'replay',
  args: 'ID FILE',
  summary: 'runs one schedule and draws what happens',
  details: [
    'A failed check of a protocol names the schedule that broke it. The same schedule gives the same run everywhere. The exit code is 1',
    'where the run breaks a promise.',
  ],
  options: {
    schedule: { value: 'S', text: 'the schedule, such as 0.2.0.1' },
    html: { value: 'FILE', text: 'writes the run as a page too' },
    color: COLOR_OPTION,
  },
  async run(input, terminal) {
    const [id, file, ...rest] = input.positionals;
    const schedule = input.text('schedule');
    if (id === undefined || file === undefined || rest.length > 0 || schedule === undefined) throw new UsageError(USAGE);
    const page = input.text('html');
    if (page === '') throw new UsageError('--html names no file: write --html FILE.');
    const color = wantsColor(input, terminal);
    const exercise = exerciseNamed(id);
    if ((exercise.roles ?? []).length === 0) throw new UsageError(withoutSchedules(exercise));
    const [submission] = findSubmissions([id, file]).files;
    if (!submission) throw new UsageError(USAGE);

    const grader = openGrader();
    try {
      const answer = await grader.replay({ exercise: id, source: submission.read(), schedule });
      switch (answer.kind) {
        case 'diverged':
          throw new LearnerError(answer.message);
        case 'rejected': {
          const paint = stylePaint(color);
          terminal.out(`${answer.diagnostics.flatMap((one) => diagnosticLines(one, file, paint)).join('\n')}\n`);
          return EXIT.notPassed;
        }
        case 'replayed': {
          const run = { ...answer, exercise: id, file, schedule };
          terminal.out(replayText(run, { color, width: widthOf(terminal) }));
          if (page !== undefined) writeWhole(page, replayPage(run));
          return answer.violation ? EXIT.notPassed : EXIT.passed;
        }
      }
    } finally {
      grader.stop();
    }
  },
};

const USAGE =
  'Name an exercise, a file and a schedule, as a failed check does: faultline replay bully-election answers/bully-election.ts --schedule 0.2.1.';

function withoutSchedules({ id }: Exercise): string {
  return `${id} has no schedules: its checks call functions. \`faultline grade ${id} FILE\` shows the calls.`;
}

/** Columns of a diagram where they can be chosen: what five lanes need, and no more than eyes follow. */
const NARROWEST = 80;
const WIDEST = 120;
const USUAL = 100;

function widthOf({ columns }: Terminal): number {
  return columns === undefined ? USUAL : Math.min(WIDEST, Math.max(NARROWEST, columns));
}
