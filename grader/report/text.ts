/** The report for a person at a terminal: what passed and how far that reaches, what failed and the call that shows it. */
import type { CheckResult, Diagnostic, Report } from '../base/report.ts';
import { printable } from '../base/printable.ts';
import { evidenceText } from './evidenceText.ts';
import type { Graded, Reporter } from './graded.ts';

export const text: Reporter = ({ graded, color }) => {
  const paint = color ? escape : plain;
  const parts = graded.map((one) => reportLines(one, paint).join('\n'));
  if (graded.length > 1) parts.push(totalLine(graded));
  return `${parts.join('\n\n')}\n`;
};

type Style = 'good' | 'bad' | 'unknown' | 'quiet' | 'strong';
type Paint = (style: Style, words: string) => string;

const CODES: Readonly<Record<Style, number>> = { good: 32, bad: 31, unknown: 33, quiet: 2, strong: 1 };

const plain: Paint = (_style, words) => words;
const escape: Paint = (style, words) => `\u001b[${CODES[style]}m${words}\u001b[0m`;

function reportLines({ file, report }: Graded, paint: Paint): string[] {
  const lines = [paint('strong', `${report.exercise}  ${file}`), ''];
  for (const diagnostic of report.diagnostics) lines.push(...diagnosticLines(diagnostic, file, paint), '');
  const width = Math.max(...report.checks.map((check) => check.id.length));
  if (report.verdict !== 'error') {
    for (const check of report.checks) lines.push(...checkLines(check, width, paint));
    lines.push('');
  }
  if (report.console !== '') {
    const printed = report.console.replace(/\n$/, '').split('\n');
    lines.push('It printed:', ...printed.map((line) => `  ${paint('quiet', '|')} ${printable(line)}`), '');
  }
  lines.push(summary(report, paint));
  return lines;
}

function diagnosticLines({ code, message, line, column }: Diagnostic, file: string, paint: Paint): string[] {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return [`${place}  ${paint('bad', code)}`, `  ${message}`];
}

const WORDS: Readonly<Record<CheckResult['status'], readonly [Style, string]>> = {
  passed: ['good', 'PASSED'],
  failed: ['bad', 'FAILED'],
  inconclusive: ['unknown', 'UNKNOWN'],
  'not-run': ['quiet', 'NOT RUN'],
};

function checkLines(check: CheckResult, width: number, paint: Paint): string[] {
  const [style, word] = WORDS[check.status];
  const points = `${check.points} of ${check.maxPoints}`.padStart(8);
  const reach = check.status === 'passed' ? `   ${paint('quiet', evidenceText(check.evidence))}` : '';
  const lines = [`${paint(style, word.padEnd(8))} ${check.id.padEnd(width)} ${points}${reach}`];
  if (check.message !== undefined) lines.push(`  ${check.message}`);
  if (check.counterexample) {
    const { expected, actual } = check.counterexample;
    lines.push(`    expected  ${expected}`, `    actual    ${actual}`);
  }
  return lines;
}

const VERDICTS: Readonly<Record<Report['verdict'], readonly [Style, string]>> = {
  passed: ['good', 'Passed'],
  failed: ['bad', 'Not passed yet'],
  inconclusive: ['unknown', 'Not known: a limit was reached first'],
  error: ['bad', 'Could not be graded'],
};

function summary(report: Report, paint: Paint): string {
  const [style, word] = VERDICTS[report.verdict];
  const run = report.checks.filter((check) => check.status !== 'not-run');
  const passed = run.filter((check) => check.status === 'passed').length;
  const counts = run.length === 0 ? '' : ` ${passed} of ${run.length} checks,`;
  return `${paint(style, `${word}:`)}${counts} ${report.score} of ${report.maxScore} points.`;
}

function totalLine(graded: readonly Graded[]): string {
  const passed = graded.filter((one) => one.report.verdict === 'passed').length;
  const score = graded.reduce((sum, one) => sum + one.report.score, 0);
  const maxScore = graded.reduce((sum, one) => sum + one.report.maxScore, 0);
  return `${passed} of ${graded.length} exercises passed, ${score} of ${maxScore} points.`;
}
