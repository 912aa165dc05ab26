/** What the detectors of a run said, and what was true when they said it. */
import { fromCanonical } from '../../grader/base/data.ts';
import type { TimedEvent } from '../../grader/sim/timedEvent.ts';
import type { TimedRun } from '../../grader/sim/timedProperty.ts';

export interface Statement {
  readonly at: number;
  /** How many events of the run it takes to see it. */
  readonly events: number;
  readonly by: string;
  /** Counts the starts of that process, from 1. */
  readonly start: number;
  readonly says: 'suspect' | 'trust' | 'something else';
  readonly about: string;
  /** What its handler was called for. */
  readonly cause: TimedEvent;
  /** Whether the process that it is about was up. */
  readonly wasUp: boolean;
  /** How often that process had started. */
  readonly aboutStart: number;
}

/** When a process was up: the last stretch of one that is still up ends with the run. */
export interface Stretch {
  readonly process: string;
  /** Counts the starts of the process, from 1. */
  readonly start: number;
  readonly from: number;
  readonly until: number;
  readonly crashed: boolean;
}

/** The statements of a run in their order, and the stretches of its processes. */
export interface Account {
  readonly statements: readonly Statement[];
  readonly stretches: readonly Stretch[];
}

const accounts = new WeakMap<TimedRun, Account>();

/** Every promise of a run asks for the same account, so it is made once. */
export function accountOf(run: TimedRun): Account {
  let account = accounts.get(run);
  if (!account) {
    account = makeAccount(run);
    accounts.set(run, account);
  }
  return account;
}

function makeAccount(run: TimedRun): Account {
  const statements: Statement[] = [];
  const stretches: Stretch[] = [];
  const starts = new Map<string, number>();
  const upSince = new Map<string, number>();
  let cause: TimedEvent | undefined;
  run.events.forEach((event, index) => {
    const { at, process } = event;
    switch (event.kind) {
      case 'start':
      case 'recover':
        starts.set(process, (starts.get(process) ?? 0) + 1);
        upSince.set(process, at);
        cause = event;
        break;
      case 'crash':
        stretches.push({ process, start: starts.get(process) ?? 0, from: upSince.get(process) ?? 0, until: at, crashed: true });
        upSince.delete(process);
        break;
      case 'receive':
      case 'timer':
        cause = event;
        break;
      case 'indicate': {
        const { says, about } = meaningOf(event.event);
        const facts = { wasUp: upSince.has(about), aboutStart: starts.get(about) ?? 0 };
        if (cause) statements.push({ at, events: index + 1, by: process, start: starts.get(process) ?? 0, says, about, cause, ...facts });
        break;
      }
    }
  });
  for (const [process, from] of upSince) {
    stretches.push({ process, start: starts.get(process) ?? 0, from, until: run.end, crashed: false });
  }
  return { statements, stretches };
}

function meaningOf(text: string): Pick<Statement, 'says' | 'about'> {
  const event = fromCanonical(text);
  if (typeof event !== 'object' || event === null || !('type' in event) || !('process' in event))
    return { says: 'something else', about: '' };
  const { type, process } = event;
  const about = typeof process === 'string' ? process : '';
  return { says: type === 'suspect' || type === 'trust' ? type : 'something else', about };
}

/** Whether a process that was up then suspected another at a time. Each of its starts begins with trust. */
export function suspected({ statements }: Account, { process, start }: Stretch, about: string, at: number): boolean {
  return statements.findLast((one) => one.by === process && one.start === start && one.about === about && one.at <= at)?.says === 'suspect';
}

/** The processes that are up when the run ends, since when. */
export function upAtEnd({ stretches }: Account): Stretch[] {
  return stretches.filter((one) => !one.crashed);
}
