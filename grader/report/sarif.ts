/**
 * SARIF 2.1.0: a rule for each check and each diagnostic, a result for each check that failed and each diagnostic.
 *
 * It holds no points: SARIF is about places in sources. A check that reached a limit is no result, for nothing is known to be wrong; it is told as a
 * notification of the run. Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 2020.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { CheckResult, Diagnostic } from '../base/report.ts';
import { VERSION } from '../base/version.ts';
import { clipped } from './clipped.ts';
import { fitted, type Room } from './fitted.ts';
import { pathOf, type Graded, type Reporter } from './graded.ts';
import { outcomesOf, explanation, type Outcome } from './outcomes.ts';
import { oneLine } from './safeText.ts';
import { NOTHING_GRADED } from './tally.ts';

/** Bytes: GitHub takes 10 MB, packed. */
const MAX_BYTES = 10_000_000;

export const sarif: Reporter = ({ graded }) => fitted((room) => `${JSON.stringify(logOf(graded, room), undefined, 2)}\n`, MAX_BYTES);

function logOf(graded: readonly Graded[], room: Room): Log {
  const rules = newRules();
  const results = graded.flatMap((one) => resultsOf(one, rules, room));
  const shown = results.slice(0, room.checks);
  const left = results.length - shown.length;
  const notes = [
    ...graded.flatMap((one) => notesOf(one, room)).slice(0, room.checks),
    ...(left > 0 ? [note('warning', `${left} more results are left out: the document would be too large.`)] : []),
    ...(graded.length === 0 ? [note('error', NOTHING_GRADED)] : []),
  ];
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Faultline', version: VERSION, semanticVersion: VERSION, rules: rules.list } },
        invocations: [
          {
            executionSuccessful: graded.length > 0 && graded.every((one) => one.report.verdict !== 'error'),
            ...(notes.length > 0 && { toolExecutionNotifications: notes }),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: shown,
      },
    ],
  };
}

interface Rules {
  readonly list: ReportingDescriptor[];
  /** The place of a rule, which is added where it is new. */
  indexOf(rule: ReportingDescriptor): number;
}

function newRules(): Rules {
  const places = new Map<string, number>();
  const list: ReportingDescriptor[] = [];
  return {
    list,
    indexOf(rule) {
      const place = places.get(rule.id) ?? list.length;
      if (place === list.length) list.push(rule);
      places.set(rule.id, place);
      return place;
    },
  };
}

function resultsOf(graded: Graded, rules: Rules, room: Room): Result[] {
  const { checks, diagnostics } = graded.report;
  const outcomes = outcomesOf(graded);
  const indices = checks.map((check) => rules.indexOf(ruleOf(check, graded)));
  const failed = checks.flatMap((check, at): Result[] => {
    const outcome = outcomes[at];
    if (outcome?.kind !== 'failed') return [];
    const text = explanation(outcome, room.chars);
    const ruleId = ruleIdOf(check, graded);
    return [
      {
        ruleId,
        ruleIndex: indices[at] ?? 0,
        level: 'error',
        message: { text },
        ...placeOf(graded, throwLine(check), undefined),
        ...print([ruleId, pathOf(graded)]),
      },
    ];
  });
  return [...failed, ...diagnosed(diagnostics, graded, rules, room)];
}

function diagnosed(diagnostics: readonly Diagnostic[], graded: Graded, rules: Rules, room: Room): Result[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ code, message, line, column }) => {
    const ruleId = oneLine(code) || 'E_UNKNOWN';
    const ruleIndex = rules.indexOf({ id: ruleId, shortDescription: { text: 'The submission can be graded.' } });
    // Lines move when others are written above them, so a fingerprint counts the diagnostics of a kind instead.
    const count = (seen.get(ruleId) ?? 0) + 1;
    seen.set(ruleId, count);
    const text = clipped(oneLine(message) || 'The submission could not be graded.', room.chars);
    return {
      ruleId,
      ruleIndex,
      level: 'error',
      message: { text },
      ...placeOf(graded, line, column),
      ...print([ruleId, pathOf(graded)], count),
    };
  });
}

function ruleIdOf({ id }: CheckResult, { report }: Graded): string {
  return `${oneLine(report.exercise)}/${oneLine(id)}`;
}

function ruleOf(check: CheckResult, graded: Graded): ReportingDescriptor {
  const { title, kind, maxPoints } = check;
  return {
    id: ruleIdOf(check, graded),
    shortDescription: { text: oneLine(title) },
    defaultConfiguration: { level: 'error' },
    properties: { tags: [kind], maxPoints },
  };
}

/** The line of the learner's file in which a run last threw. */
function throwLine({ counterexample }: CheckResult): number | undefined {
  if (counterexample?.kind !== 'run') return undefined;
  const thrown = counterexample.trace.findLast((event) => event.kind === 'throw');
  return thrown?.kind === 'throw' ? thrown.line : undefined;
}

/** GitHub wants a line. Where a check fails is often in no line of the file: then it is the first. */
function placeOf(graded: Graded, line: number | undefined, column: number | undefined): { locations: Location[] } {
  const region = {
    startLine: positive(line) ?? 1,
    ...(positive(line) !== undefined && positive(column) !== undefined && { startColumn: positive(column) }),
  };
  return { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(pathOf(graded)) }, region } }] };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= 1 ? value : undefined;
}

/** A path with slashes as a URI: relative ones to the root of the repository. */
function uriOf(path: string): string {
  const [first = '', ...rest] = path.toWellFormed().replaceAll('\\', '/').split('/');
  const drive = /^[A-Za-z]:$/.test(first);
  const segments = [drive ? first : encodeURIComponent(first), ...rest.map(encodeURIComponent)].join('/');
  if (drive) return `file:///${segments}`;
  return segments.startsWith('/') ? `file://${segments}` : segments;
}

/** The same wherever and whenever the same check of the same file fails. */
function print(parts: readonly string[], count = 1): { partialFingerprints: Record<string, string> } {
  const hash = bytesToHex(sha256(new TextEncoder().encode(parts.join('\n')))).slice(0, 16);
  return { partialFingerprints: { primaryLocationLineHash: `${hash}:${count}` } };
}

function notesOf(graded: Graded, room: Room): Notification[] {
  return outcomesOf(graded)
    .filter((outcome) => outcome.kind === 'unknown' || outcome.id === 'grading')
    .map((outcome) => note(outcome.kind === 'unknown' ? 'warning' : 'error', noteText(outcome, room)));
}

function noteText(outcome: Outcome, room: Room): string {
  return `${oneLine(outcome.graded.report.exercise)}, ${outcome.name}. ${explanation(outcome, room.chars)}`;
}

function note(level: Notification.level, text: string): Notification {
  return { level, message: { text } };
}
