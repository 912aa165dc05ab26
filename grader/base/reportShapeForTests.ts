/** Whether a report keeps what `report.ts` promises its readers, for tests. The lists below say each promise a second time on purpose. */
import type { Report } from './report.ts';

const REPORT = ['schema', 'exercise', 'verdict', 'score', 'maxScore', 'checks', 'diagnostics', 'console', 'source', 'grader'];
const CHECK = ['id', 'title', 'kind', 'points', 'maxPoints', 'status', 'evidence', 'message?', 'counterexample?'];
const CALL = ['kind', 'call', 'expected', 'actual'];
const RUN = ['kind', 'schedule', 'foundSteps', 'trace'];
const EVIDENCE: Readonly<Record<string, readonly string[]>> = {
  none: ['method'],
  examples: ['method', 'cases', 'complete'],
  exhaustive: ['method', 'states', 'transitions'],
  sampled: ['method', 'runs'],
};
const DIAGNOSTIC = ['code', 'message', 'line?', 'column?'];
const VERDICTS = new Set(['passed', 'failed', 'inconclusive', 'error']);
const STATUSES = new Set(['passed', 'failed', 'inconclusive', 'not-run']);
/** What only a host knows: a text with one of these in it came from there. */
const OF_THE_HOST = /node_modules|file:\/\/|node:internal|\.wasm|worker\.js|guest\.js|quickjs/i;
/** Controls other than line breaks and tabs, line separators, marks that turn the reading direction, halves of characters. */
const NOT_PRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u;

interface Asked {
  readonly id: string;
  readonly checks: readonly { readonly id: string; readonly title: string; readonly kind: string; readonly points: number }[];
}

/** What is wrong with a report of `exercise`, a sentence each; nothing if it is as promised. */
export function faultsOfReport(report: Report, exercise: Asked): string[] {
  const faults: string[] = [];
  const hold = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const keys = (value: object, promised: readonly string[], where: string): void => {
    const present = promised
      .map((key) => key.replace('?', ''))
      .filter((key, at) => !promised[at]?.endsWith('?') || Object.hasOwn(value, key));
    hold(Object.keys(value).join() === present.join(), `the keys of ${where} are ${Object.keys(value).join()}`);
  };
  const shown = (text: string, where: string): void => {
    hold(!NOT_PRINTABLE.test(text), `${where} has characters that cannot be printed`);
    hold(!OF_THE_HOST.test(text), `${where} tells of the host: ${text}`);
    hold(text.length <= 3_000, `${where} has ${text.length} characters`);
  };

  keys(report, REPORT, 'the report');
  keys(report.source, ['sha256', 'bytes'], 'source');
  keys(report.grader, ['version', 'seed'], 'grader');
  hold(report.schema === 'faultline-report/1', `the schema is ${report.schema}`);
  hold(report.exercise === exercise.id, `the exercise is ${report.exercise}`);
  hold(VERDICTS.has(report.verdict), `the verdict is ${report.verdict}`);
  hold(/^[0-9a-f]{64}$/.test(report.source.sha256), `the hash is ${report.source.sha256}`);
  hold(report.console.length <= 4_100, `the console has ${report.console.length} characters`);
  hold(JSON.stringify(JSON.parse(JSON.stringify(report))) === JSON.stringify(report), 'the report changes on its way through JSON');

  const promised = exercise.checks.map(({ id, title, kind, points }) => [id, title, kind, points].join());
  hold(
    report.checks.map(({ id, title, kind, maxPoints }) => [id, title, kind, maxPoints].join()).join('\n') === promised.join('\n'),
    'the checks are not those of the exercise in their order',
  );
  for (const check of report.checks) {
    keys(check, CHECK, check.id);
    keys(check.evidence, EVIDENCE[check.evidence.method] ?? [], `the evidence of ${check.id}`);
    hold(STATUSES.has(check.status), `the status of ${check.id} is ${check.status}`);
    hold(check.points === (check.status === 'passed' ? check.maxPoints : 0), `${check.id} is ${check.status} with ${check.points} points`);
    hold((check.status === 'passed') <= (check.message === undefined), `${check.id} is passed with a message`);
    hold((check.status === 'failed') <= (check.message !== undefined), `${check.id} is failed without a message`);
    hold((check.status === 'failed') === (check.counterexample !== undefined), `${check.id} is ${check.status}; mind its counterexample`);
    if (check.message !== undefined) {
      shown(check.message, `the message of ${check.id}`);
      // A sentence may begin with the name of a process.
      const isSentence = check.counterexample?.kind === 'run' ? /^\S.*\.\)?$/s : /^[^a-z].*\.$|^[\w$]+\(/s;
      hold(isSentence.test(check.message), `no sentence: ${check.message}`);
    }
    if (check.counterexample?.kind === 'run') {
      const { schedule, foundSteps, trace } = check.counterexample;
      keys(check.counterexample, RUN, `the counterexample of ${check.id}`);
      hold(/^[\d.]+$/.test(schedule), `the schedule of ${check.id} is ${schedule}`);
      hold(Number.isInteger(foundSteps), `the steps of ${check.id} are ${foundSteps}`);
      hold(trace.at(-1)?.kind === 'violation', `the trace of ${check.id} ends with ${trace.at(-1)?.kind}`);
      hold(!OF_THE_HOST.test(JSON.stringify(trace)), `the trace of ${check.id} tells of the host`);
    }
    if (check.counterexample?.kind === 'call') {
      keys(check.counterexample, CALL, `the counterexample of ${check.id}`);
      for (const text of Object.values(check.counterexample)) shown(text, `the counterexample of ${check.id}`);
    }
  }
  for (const diagnostic of report.diagnostics) {
    keys(diagnostic, DIAGNOSTIC, diagnostic.code);
    hold(/^E_[A-Z_]+$/.test(diagnostic.code), `the code is ${diagnostic.code}`);
    hold((diagnostic.line ?? 1) >= 1 && (diagnostic.column ?? 1) >= 1, `${diagnostic.code} stands nowhere`);
    shown(diagnostic.message, diagnostic.code);
  }

  const has = (status: string): boolean => report.checks.some((check) => check.status === status);
  hold(report.score === report.checks.reduce((sum, check) => sum + check.points, 0), `the score is ${report.score}`);
  hold(report.maxScore === exercise.checks.reduce((sum, check) => sum + check.points, 0), `the most is ${report.maxScore}`);
  hold(
    (report.verdict === 'error') === report.diagnostics.length > 0,
    'there are diagnostics without the verdict error, or the other way round',
  );
  hold(
    report.verdict !== 'error' || !(has('passed') || has('failed') || has('inconclusive')),
    'a check was run of what could not be graded',
  );
  hold((report.verdict === 'failed') === has('failed'), `the verdict is ${report.verdict}, whatever the checks say`);
  hold(
    (report.verdict === 'inconclusive') === (has('inconclusive') && !has('failed')),
    `the verdict is ${report.verdict}, whatever is not known`,
  );
  return faults;
}
