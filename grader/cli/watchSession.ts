/** Time spent on answers: each is graded when it is saved, and the first that does not pass is the one in hand. */
import { LearnerError } from '../base/learnerError.ts';
import type { Report } from '../base/report.ts';
import type { Exercise } from '../checks/exercise.ts';
import { text } from '../report/text.ts';
import { GradingStopped, type Grader } from '../worker/client.ts';
import type { Terminal } from './command.ts';
import { showNextHint } from './hintMemory.ts';
import { newProgressLine } from './progressLine.ts';
import { watchSaves } from './saves.ts';

/** An answer, which may not have been begun. */
interface Answer {
  readonly exercise: Exercise;
  /** As the learner named it. */
  readonly file: string;
  /** Whether the file is there. */
  readonly isBegun: () => boolean;
  /** @throws LearnerError where it cannot be read. */
  readonly read: () => Uint8Array;
}

interface Session {
  readonly terminal: Terminal;
  readonly grader: Grader;
  readonly color: boolean;
  /** In the order of the course; one alone if the learner named it. */
  readonly answers: readonly Answer[];
}

const SEED = 1;
const KEYS = 'Keys: r run again, h hint, l list, q quit. Saving an answer grades it.\n';
const NO_KEYS = 'Standard input is no terminal, so keys are not read. Saving an answer grades it; Ctrl+C quits.\n';
const CLEAR_SCREEN = '\u001b[2J\u001b[H';
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** Ends when the learner quits. */
export async function watchSession({ terminal, grader, color, answers }: Session): Promise<void> {
  const verdicts = new Map<Answer, Report['verdict']>();
  const progress = newProgressLine(terminal);
  let inHand: Answer | undefined;
  let isGrading = false;
  let hasEnded = false;
  /** To be graded next, instead of what is being graded now. */
  let wanted: Answer | undefined;
  let wake: () => void = () => undefined;

  function interrupt(): void {
    if (isGrading) grader.stop();
    wake();
  }

  function want(answer: Answer | undefined): void {
    wanted = answer ?? wanted;
    if (answer) interrupt();
  }

  function quit(): void {
    hasEnded = true;
    interrupt();
  }

  const isOver = (): boolean => hasEnded;
  const isInterrupted = (): boolean => hasEnded || wanted !== undefined;

  function onKey(key: string): void {
    if (key === 'r') want(inHand);
    else if (key === 'h' && inHand) showNextHint(inHand.exercise, terminal);
    else if (key === 'l') terminal.out(listText(answers, inHand, verdicts));
    else if (key === 'q' || key === CTRL_C || key === CTRL_D) quit();
  }

  /** Undefined where it was interrupted, or the file cannot be read. */
  async function grade(answer: Answer): Promise<Report | undefined> {
    isGrading = true;
    try {
      const report = await grader.grade({ exercise: answer.exercise.id, source: answer.read(), seed: SEED }, progress.show);
      verdicts.set(answer, report.verdict);
      return report;
    } catch (error) {
      if (error instanceof LearnerError) terminal.err(`${error.message}\n`);
      else if (!(error instanceof GradingStopped)) throw error;
      return undefined;
    } finally {
      isGrading = false;
      progress.clear();
    }
  }

  /** Takes the first answer in hand that does not pass, and answers its report. Says so where all pass. */
  async function takeUnsolved(): Promise<Report | undefined> {
    for (const answer of answers) {
      if (isInterrupted()) return undefined;
      if (!answer.isBegun() || verdicts.get(answer) === 'passed') continue;
      const report = await grade(answer);
      if (report === undefined || report.verdict === 'passed') continue;
      inHand = answer;
      return report;
    }
    const next = answers.find((answer) => !answer.isBegun())?.exercise.id;
    if (!isInterrupted()) terminal.out(`Every answer that is here passes.${next === undefined ? '' : ` Next: faultline start ${next}`}\n`);
    return undefined;
  }

  function show({ file }: Answer, report: Report): void {
    if (terminal.outIsTerminal) terminal.out(CLEAR_SCREEN);
    terminal.out(`${text({ graded: [{ file, report }], single: true, color })}\n`);
  }

  async function gradeSaved(answer: Answer): Promise<void> {
    inHand = answer;
    const report = await grade(answer);
    if (!report) return;
    show(answer, report);
    if (report.verdict !== 'passed' || answers.length === 1) return;
    if (await takeUnsolved()) terminal.out(`Next: ${inHand.exercise.title}. Edit ${inHand.file}.\n`);
  }

  async function begin(): Promise<void> {
    const [only] = answers;
    if (only && answers.length === 1) return gradeSaved(only);
    const report = await takeUnsolved();
    if (report && inHand) show(inHand, report);
    return undefined;
  }

  function sayKeys(): void {
    if (terminal.listenToKeys && !isInterrupted()) terminal.err(KEYS);
  }

  const stopKeys = terminal.listenToKeys?.(onKey);
  const stopSaves = watchSaves(
    answers.map(({ file }) => file),
    (saved) => want(answers.find(({ file }) => file === saved)),
  );
  process.once('SIGINT', quit);
  if (!stopKeys) terminal.err(NO_KEYS);
  try {
    await begin();
    sayKeys();
    while (!isOver()) {
      const answer = wanted;
      wanted = undefined;
      if (answer) {
        await gradeSaved(answer);
        sayKeys();
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    process.off('SIGINT', quit);
    stopSaves();
    stopKeys?.();
  }
}

const STATES: Readonly<Record<Report['verdict'], string>> = {
  passed: 'passed',
  failed: 'not passed yet',
  inconclusive: 'not known',
  error: 'not gradable',
};

function listText(answers: readonly Answer[], inHand: Answer | undefined, verdicts: ReadonlyMap<Answer, Report['verdict']>): string {
  const width = Math.max(...answers.map(({ exercise }) => exercise.id.length));
  const rows = answers.map((answer) => {
    const verdict = verdicts.get(answer);
    const state = !answer.isBegun() ? 'not started' : verdict === undefined ? 'not graded yet' : STATES[verdict];
    return `${answer === inHand ? '>' : ' '} ${answer.exercise.id.padEnd(width)}  ${state.padEnd(14)}  ${answer.exercise.title}\n`;
  });
  return `${rows.join('')}\n`;
}
