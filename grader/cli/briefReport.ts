/** A report for somebody who is at work: the first check that does not pass, and how many more there are. */
import { counted } from '../report/counted.ts';
import type { Graded } from '../report/graded.ts';
import { text } from '../report/text.ts';

/** `whole`: how to see all of it. Ends with a line break. */
export function briefReport({ file, report }: Graded, color: boolean, whole: string): string {
  const full = text({ graded: [{ file, report }], single: true, color });
  const open = report.checks.filter(({ status }) => status === 'failed' || status === 'inconclusive');
  const first = open.find(({ status }) => status === 'failed') ?? open[0];
  if (!first || open.length === 1) return full;
  const cut = text({ graded: [{ file, report: { ...report, checks: [first] } }], single: true, color });
  // The last line sums up, and has to sum up all.
  return `${withoutLastLine(cut)}\n${counted(open.length - 1, 'more check')} ${open.length === 2 ? 'does' : 'do'} not pass: ${whole}.\n${lastLine(full)}\n`;
}

function lastLine(lines: string): string {
  return lines.trimEnd().split('\n').at(-1) ?? '';
}

function withoutLastLine(lines: string): string {
  return lines.trimEnd().split('\n').slice(0, -1).join('\n').trimEnd() + '\n';
}
