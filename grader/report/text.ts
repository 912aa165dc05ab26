/** The report for a person at a terminal: what passed and how far that reaches, what failed and the call that shows it. */
import type { CheckResult, Report } from '../base/report.ts';
import { stylePaint, type Style, type StylePaint } from './ansi.ts';
import { diagnosticLines } from './diagnosticLines.ts';
import { evidenceText } from './evidenceText.ts';
import type { Graded, Results } from './graded.ts';
import { shownText } from './safeText.ts';
import { countsText, totalText, VERDICTS } from './tally.ts';
import { replayCommand, runLength, runLines } from './wrongRun.ts';

export function text({ graded, color }: Results): string {
  const paint = stylePaint(color);
  const parts = graded.map((one) => reportLines(one, paint).join('\n'));
  if (graded.length > 1) parts.push(totalText(graded));
  return `${parts.join('\n\n')}\n`;
}

function reportLines({ file, report }: Graded, paint: StylePaint): string[] {
  const lines = [paint('strong', `${report.exercise}  ${file}`), ''];
  for (const diagnostic of report.diagnostics) lines.push(...diagnosticLines(diagnostic, file, paint), '');
  const width = Math.max(...report.checks.map((check) => check.id.length));
  if (report.verdict !== 'error') {
    for (const check of report.checks) lines.push(...checkLines(check, width, paint), ...counterexampleLines(check, report, file));
    if (lines.at(-1) !== '') lines.push('');
  }
  if (report.console !== '') {
    const printed = report.console.replace(/\n$/, '').split('\n');
    lines.push('It printed:', printed.map((line) => `  ${paint('quiet', '|')} ${shownText(line)}`).join('\n'), '');
  }
  lines.push(summary(report, paint));
  return lines;
}

const WORDS: Readonly<Record<CheckResult['status'], readonly [Style, string]>> = {
  passed: ['good', 'PASSED'],
  failed: ['bad', 'FAILED'],
  inconclusive: ['unknown', 'UNKNOWN'],
  'not-run': ['quiet', 'NOT RUN'],
};

function checkLines(check: CheckResult, width: number, paint: StylePaint): string[] {
  const [style, word] = WORDS[check.status];
  const points = `${check.points} of ${check.maxPoints}`.padStart(8);
  const reach = check.status === 'passed' ? `   ${paint('quiet', evidenceText(check.evidence))}` : '';
  const lines = [`${paint(style, word.padEnd(8))} ${check.id.padEnd(width)} ${points}${reach}`];
  if (check.message !== undefined) lines.push(`  ${check.message}`);
  return lines;
}

function counterexampleLines({ counterexample, evidence }: CheckResult, { exercise }: Report, file: string): string[] {
  if (!counterexample) return [];
  if (counterexample.kind === 'call') return [`    expected  ${counterexample.expected}`, `    actual    ${counterexample.actual}`];
  const replay = `${runLength(counterexample, evidence)}. Replay: ${replayCommand(exercise, file, counterexample.schedule)}`;
  // A blank line ends it: the next check begins after many lines.
  return [...runLines(counterexample).map((line) => `     ${line}`), `  ${replay}`, ''];
}

function summary(report: Report, paint: StylePaint): string {
  const [style, word] = VERDICTS[report.verdict];
  return `${paint(style, `${word}:`)}${countsText(report)}`;
}
