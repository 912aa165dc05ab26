/** What holds at every moment of a run. */
import type { TimedProperty, TimedViolation } from '../../grader/sim/timedProperty.ts';
import { accountOf, type Statement } from './statements.ts';

/** Mistakes about one live process that a detector may make after the network has settled. */
const MAX_MISTAKES = 12;

/** Periods at the end of a whole run in which no mistake is left. */
const LAST_PERIODS = 100;

/** After S a process suspects a live one at most 12 times between two starts of either, and never in the last 100 periods. */
export const accuracy: TimedProperty = (run) => {
  const { period, settlesAt } = run.plan.network;
  const mistakes = new Map<string, number>();
  for (const one of accountOf(run).statements) {
    if (one.says !== 'suspect' || !one.wasUp || one.at <= settlesAt) continue;
    const pair = `${one.by} ${one.start} ${one.about} ${one.aboutStart}`;
    const count = (mistakes.get(pair) ?? 0) + 1;
    mistakes.set(pair, count);
    if (count > MAX_MISTAKES) {
      return broken(
        one,
        `From ${settlesAt} ms on no message was lost and none took longer than ${run.plan.network.maxDelay} ms, and still ${one.by} suspected ${one.about}, which was up all the time, ${count} times since then. After each mistake the timeout must grow, so that mistakes come to an end.`,
      );
    }
    if (run.isWhole && one.at > run.end - LAST_PERIODS * period) {
      const violation = broken(
        one,
        `${one.by} suspected ${one.about}, which was up, in the last ${LAST_PERIODS} periods of the run: ${one.at - settlesAt} ms after the network had settled. By then a timeout that grows with each mistake is longer than every silence.`,
      );
      return { ...violation, atEnd: true };
    }
  }
  return undefined;
};

/** In a calm run no process is suspected that is up and has never crashed. */
export const calm: TimedProperty = (run) => {
  const one = accountOf(run).statements.find((each) => each.says === 'suspect' && each.wasUp && each.aboutStart === 1);
  return (
    one &&
    broken(
      one,
      `${one.by} suspected ${one.about}, which was up and had never crashed. In this run no message was lost and none took longer than half a period, so no silence was as long as the timeout.`,
    )
  );
};

/** Between two starts of the process that says them, 'suspect' and 'trust' of one process alternate, and 'suspect' comes first. Never about itself. */
export const alternate: TimedProperty = (run) => {
  const ids = new Set(run.plan.processes.map(({ id }) => id));
  const last = new Map<string, string>();
  for (const one of accountOf(run).statements) {
    if (one.says === 'something else' || !ids.has(one.about)) {
      return broken(one, `${one.by} indicated something that is neither 'suspect' nor 'trust' of a process of its group.`);
    }
    if (one.about === one.by) return broken(one, `${one.by} said '${one.says}' about itself. A process judges only the others.`);
    const pair = `${one.by} ${one.start} ${one.about}`;
    const before = last.get(pair);
    last.set(pair, one.says);
    if (one.says !== before && (before !== undefined || one.says === 'suspect')) continue;
    return broken(
      one,
      before === undefined
        ? `${one.by} said 'trust' of ${one.about}, which it had not suspected since it started. At its start, and after its own recovery, a process trusts all others.`
        : `${one.by} said '${one.says}' of ${one.about} twice, with nothing between.`,
    );
  }
  return undefined;
};

/** 'trust' is said only while a message is handled that its sender sent after all others from it that were handled since this process's own last start. */
export const oldHeartbeats: TimedProperty = (run) => {
  const statements = new Map(accountOf(run).statements.map((one) => [one.events - 1, one]));
  /** By receiver and sender, the number of the newest message handled so far. */
  const newest = new Map<string, number>();
  let handled: { readonly from: string; readonly isNewest: boolean; readonly id: number } | undefined;
  for (const [index, event] of run.events.entries()) {
    if (event.kind === 'start' || event.kind === 'recover' || event.kind === 'timer') handled = undefined;
    if (event.kind === 'crash') for (const { id } of run.plan.processes) newest.delete(`${event.process} ${id}`);
    if (event.kind === 'receive') {
      const link = `${event.process} ${event.from}`;
      const before = newest.get(link) ?? 0;
      newest.set(link, Math.max(before, event.id));
      handled = { from: event.from, isNewest: event.id > before, id: event.id };
    }
    const one = statements.get(index);
    if (one?.says !== 'trust') continue;
    if (handled?.from !== one.about) {
      const instead = handled ? `while it handled a message from ${handled.from}` : 'without handling a message';
      return broken(one, `${one.by} said 'trust' of ${one.about} ${instead}. Only a message from a process itself shows that it is up.`);
    }
    if (handled.isNewest) continue;
    return broken(
      one,
      `${one.by} said 'trust' of ${one.about} because of a message that had been overtaken: ${one.about} had sent it before another one that ${one.by} had handled already. It tells nothing about the time since.`,
    );
  }
  return undefined;
};

function broken({ by, about, at, events }: Statement, message: string): TimedViolation {
  return { process: by, at, message, events, links: [{ from: about, to: by }] };
}
