/**
 * Annotations of GitHub Actions: workflow commands, one a line. `grade` adds the step summary where GitHub asks for one.
 *
 * Texts of the submission stand within commands only, in which a line break is escaped: none begins a line, so none is a command.
 */
import { clipped } from './clipped.ts';
import { pathOf, type Graded, type Reporter } from './graded.ts';
import { explanation, outcomesOf, type Outcome } from './outcomes.ts';
import { oneLine } from './safeText.ts';
import { NOTHING_GRADED, summaryText, VERDICTS } from './tally.ts';

/** Annotations of a kind that GitHub shows of one step. */
const MAX_ANNOTATIONS = 10;

/** Characters of an annotation: GitHub cuts what is longer than 64 KiB; more than a screen is read in the summary. */
const MAX_CHARS = 4_000;

interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

export const github: Reporter = ({ graded }) => {
  const annotations = inTurn(graded.map(annotationsOf));
  const lines = [
    ...limited(annotations.filter((one) => one.level === 'error')),
    ...limited(annotations.filter((one) => one.level === 'warning')),
    graded.length === 0
      ? ({ level: 'error', title: 'Faultline', message: NOTHING_GRADED } as const)
      : ({ level: 'notice', title: 'Faultline', message: summaryText(graded) } as const),
  ];
  return lines.map((line) => `${command(line)}\n`).join('');
};

/** The first of each file, then the second: of many that fail, every file has one among those that GitHub shows. */
function inTurn(files: readonly (readonly Annotation[])[]): Annotation[] {
  const most = files.reduce((longest, file) => Math.max(longest, file.length), 0);
  return Array.from({ length: most }, (_, turn) => files.flatMap((file) => file[turn] ?? [])).flat();
}

function annotationsOf(graded: Graded): Annotation[] {
  const file = oneLine(pathOf(graded));
  const exercise = oneLine(graded.report.exercise);
  const { diagnostics } = graded.report;
  if (diagnostics.length > 0) {
    return diagnostics.map(({ code, message, line, column }) => ({
      level: 'error',
      title: `${exercise}: ${VERDICTS.error[1].toLowerCase()} (${oneLine(code)})`,
      message: clipped(oneLine(message), MAX_CHARS),
      file,
      line,
      column,
    }));
  }
  return outcomesOf(graded).flatMap((outcome): Annotation[] => {
    const level = levelOf(outcome);
    return level ? [{ level, title: `${exercise}, ${outcome.name}`, message: explanation(outcome, MAX_CHARS), file, line: undefined }] : [];
  });
}

function levelOf({ kind }: Outcome): 'error' | 'warning' | undefined {
  if (kind === 'failed' || kind === 'error') return 'error';
  return kind === 'unknown' ? 'warning' : undefined;
}

/** GitHub drops what is beyond its limit without a word: the last one says so instead. */
function limited(annotations: readonly Annotation[]): readonly Annotation[] {
  const [first] = annotations;
  if (!first || annotations.length <= MAX_ANNOTATIONS) return annotations;
  const shown = annotations.slice(0, MAX_ANNOTATIONS - 1);
  const left = annotations.length - shown.length;
  return [...shown, { level: first.level, title: 'Faultline', message: `${left} more are in the step's summary, and in other reports.` }];
}

/** `::error file=answers/hamming.ts,line=3,title=hamming::…` */
function command({ level, title, message, file, line, column }: Annotation): string {
  const properties = Object.entries({ file, line, col: line === undefined ? undefined : column, title })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${level} ${properties.join(',')}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
