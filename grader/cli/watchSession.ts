/**
 * Time spent on answers: each is graded when it is saved, and the first that does not pass is the one in hand. While nothing else is to be done,
 * what is not known of the other answers is found out.
 */
import { LearnerError } from '../base/learnerError.ts';
import type { Report } from '../base/report.ts';
import { GradingStopped, type Grader } from '../worker/client.ts';
import { allPassText, answersList, sourceOf, type Answer } from './answer.ts';
import type { Terminal } from './command.ts';
import { openGradebook, SEED, type Verdict } from './gradebook.ts';
import { showNextHint } from './hintMemory.ts';
import { newProgressLine } from './progressLine.ts';
import { watchSaves } from './saves.ts';
import { onSignals, suspend } from './terminalSignals.ts';
import { KEYS_HELP, newWatchView, type Course } from './watchView.ts';

interface Session {
  readonly terminal: Terminal;
  readonly grader: Grader;
  readonly color: boolean;
  /** In the order of the course; one alone if the learner named it. */
  readonly answers: readonly Answer[];
}

/** What is to be done next, instead of what is being done now. */
interface Wanted {
  readonly answer: Answer;
  /** Whether it is graded even if its report is known. */
  readonly isFresh: boolean;
}

/** Ends when the learner quits. */
export async function watchSession({ terminal, grader, color, answers }: Session): Promise<void> {
  const book = openGradebook(terminal.env);
  const progress = newProgressLine(terminal);
  const view = newWatchView({ terminal, color, clear: progress.clear, course });
  /** Not tried again until they are saved. */
  const unreadable = new Set<Answer>();
  let inHand: Answer | undefined;
  /** Whose report is on the screen. */
  let shown: Answer | undefined;
  let isGrading = false;
  let hasEnded = false;
  let wanted: Wanted | undefined;
  let wake: () => void = () => undefined;

  const isOver = (): boolean => hasEnded;
  const isInterrupted = (): boolean => hasEnded || wanted !== undefined;
  const verdictOf = (answer: Answer): Verdict | undefined => book.verdictOf(sourceOf(answer));
  const isUngraded = (answer: Answer): boolean => answer.isBegun() && !unreadable.has(answer) && verdictOf(answer) === undefined;

  function course(): Course | undefined {
    if (answers.length === 1) return undefined;
    const passed = answers.filter((answer) => verdictOf(answer) === 'passed').length;
    return { passed, exercises: answers.length, ungraded: answers.filter(isUngraded).length };
  }

  function interrupt(): void {
    if (isGrading) grader.stop();
    wake();
  }

  function want(answer: Answer | undefined, isFresh: boolean): void {
    if (!answer) return;
    wanted = { answer, isFresh };
    interrupt();
  }

  function quit(): void {
    hasEnded = true;
    interrupt();
  }

  function onSave(file: string): void {
    const answer = answers.find((one) => one.file === file);
    if (answer) unreadable.delete(answer);
    want(answer, true);
  }

  function hint(): void {
    if (!inHand) return;
    const said: string[] = [];
    const say = (words: string): void => void said.push(words);
    showNextHint(inHand.exercise, { out: say, err: say, env: terminal.env });
    view.say(said.join(''));
  }

  /** Goes to the answer in hand where another is on the screen, else round the answers that are here. */
  function go(by: 1 | -1): void {
    const begun = answers.filter((answer) => answer.isBegun());
    const at = begun.findIndex((answer) => answer === shown);
    const next = by === 1 && inHand !== shown ? inHand : begun.at((at + by) % begun.length);
    if (next === shown) view.say('This is the only answer here.\n');
    else want(next, false);
  }

  const actions: Readonly<Record<string, () => void>> = {
    r: () => want(inHand, true),
    h: hint,
    a: view.toggleAll,
    n: () => go(1),
    p: () => go(-1),
    l: () => view.say(answersList(answers, inHand, verdictOf)),
    q: quit,
    '?': () => view.say(KEYS_HELP),
    '\u001b[C': () => go(1),
    '\u001b[D': () => go(-1),
    // Ctrl+C, Ctrl+D and Ctrl+Z, which send no signals while single keys are read.
    '\u0003': quit,
    '\u0004': quit,
    '\u001a': () => suspend(() => stopKeys(), listen),
  };

  function listen(): void {
    stopKeys = terminal.listenToKeys?.((key) => actions[key.length === 1 ? key.toLowerCase() : key]?.()) ?? stopKeys;
    view.refresh();
  }

  /** Undefined where it was interrupted, or the file cannot be read. */
  async function grade(answer: Answer): Promise<Report | undefined> {
    isGrading = true;
    try {
      const report = await grader.grade({ exercise: answer.exercise.id, source: answer.read(), seed: SEED }, progress.show);
      book.note(report);
      return report;
    } catch (error) {
      if (error instanceof LearnerError) {
        unreadable.add(answer);
        view.say(`${error.message}\n`);
      } else if (!(error instanceof GradingStopped)) throw error;
      return undefined;
    } finally {
      isGrading = false;
      progress.clear();
    }
  }

  function show(answer: Answer, report: Report): void {
    shown = answer;
    view.show({ file: answer.file, report });
  }

  /** Takes the first answer in hand that does not pass, and answers its report. Says so where all pass. */
  async function takeUnsolved(): Promise<Report | undefined> {
    for (const answer of answers) {
      if (isInterrupted()) return undefined;
      if (!answer.isBegun() || unreadable.has(answer) || verdictOf(answer) === 'passed') continue;
      const report = book.reportOf(sourceOf(answer)) ?? (await grade(answer));
      if (report === undefined || report.verdict === 'passed') continue;
      inHand = answer;
      return report;
    }
    if (!isInterrupted()) view.say(allPassText(answers));
    return undefined;
  }

  async function attend({ answer, isFresh }: Wanted): Promise<void> {
    inHand = answer;
    const known = isFresh ? undefined : book.reportOf(sourceOf(answer));
    const report = known ?? (await grade(answer));
    if (!report) return;
    show(answer, report);
    if (report.verdict !== 'passed' || answers.length === 1 || !isFresh) return;
    if (await takeUnsolved()) view.say(`Next: ${inHand.exercise.title}. Edit ${inHand.file}.\n`);
  }

  async function begin(): Promise<void> {
    const [only] = answers;
    if (only && answers.length === 1) return attend({ answer: only, isFresh: true });
    const report = await takeUnsolved();
    if (report && inHand) show(inHand, report);
    return undefined;
  }

  /** One thing that is to be done, or a wait until there is one. */
  async function goOn(): Promise<void> {
    const next = wanted;
    wanted = undefined;
    if (next) return attend(next);
    const other = terminal.outIsTerminal && answers.length > 1 ? answers.find(isUngraded) : undefined;
    if (other) {
      await grade(other);
      view.refresh();
      return undefined;
    }
    return new Promise<void>((resolve) => {
      wake = resolve;
    });
  }

  let stopKeys = (): void => undefined;
  listen();
  const stopSaves = watchSaves(
    answers.map(({ file }) => file),
    onSave,
  );
  const stopSignals = onSignals({ quit, resize: view.refresh });
  try {
    await begin();
    while (!isOver()) await goOn();
  } finally {
    stopSignals();
    stopSaves();
    stopKeys();
  }
}
