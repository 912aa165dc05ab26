/** What must come about. */
import type { TimedProperty, TimedRun, TimedViolation } from '../../grader/sim/timedProperty.ts';
import { accountOf, suspected, upAtEnd } from './statements.ts';

/** Periods, besides the timeout, within which a crash in a calm run is noticed. */
const PROMPT_PERIODS = 2;

/** A process that stays down is suspected by every live process at the end of the run. */
export const completeness: TimedProperty = (run) => {
  if (!run.isWhole) return undefined;
  const account = accountOf(run);
  const up = upAtEnd(account);
  for (const { id: down } of run.plan.processes) {
    if (up.some(({ process }) => process === down)) continue;
    const wrong = up.find((stretch) => !suspected(account, stretch, down, run.end));
    const crashedAt = account.stretches.findLast(({ process }) => process === down)?.until ?? 0;
    if (!wrong) continue;
    const since = wrong.from > crashedAt ? `${wrong.process} itself started again at ${wrong.from} ms, and at` : 'At';
    return atEnd(
      run,
      wrong.process,
      down,
      `${down} crashed at ${crashedAt} ms and stayed down. ${since} the end of the run, at ${run.end} ms, ${wrong.process} did not suspect it.`,
    );
  }
  return undefined;
};

/** Every process alive at the end of the run is trusted at the end by every live process. */
export const trustedAgain: TimedProperty = (run) => {
  if (!run.isWhole) return undefined;
  const account = accountOf(run);
  const up = upAtEnd(account);
  for (const { process: other, from } of up) {
    const wrong = up.find((stretch) => stretch.process !== other && suspected(account, stretch, other, run.end));
    if (!wrong) continue;
    const since = from > 0 ? `since its recovery at ${from} ms` : 'from the beginning';
    return atEnd(
      run,
      wrong.process,
      other,
      `At the end of the run, at ${run.end} ms, ${wrong.process} suspected ${other}, which had been up ${since}. The network had settled at ${run.plan.network.settlesAt} ms, so every heartbeat that ${other} sent after that arrived.`,
    );
  }
  return undefined;
};

/** The same for processes that have recovered. */
export const newIncarnation: TimedProperty = (run) => {
  const violation = trustedAgain(run);
  if (!violation) return undefined;
  const other = violation.links[0]?.from ?? '';
  const recovered = accountOf(run).stretches.findLast(({ process }) => process === other)?.from;
  if (recovered === 0) return undefined;
  return {
    ...violation,
    message: `${other} recovered at ${recovered} ms, with fields that began anew, and was up until the end of the run, at ${run.end} ms. Even then ${violation.process} suspected it.`,
  };
};

/** In a calm run a process is suspected within timeout + 2 periods of its first crash, unless it has recovered, by every process that is up from the crash until then. */
export const prompt: TimedProperty = (run) => {
  const account = accountOf(run);
  const { period } = run.plan.network;
  const timeout = timeoutOf(run);
  const patience = timeout + PROMPT_PERIODS * period;
  for (const { process: crashed, start, until: crash, crashed: didCrash } of account.stretches) {
    const deadline = crash + patience;
    if (!didCrash || start > 1 || deadline > run.end) continue;
    if (account.stretches.some(({ process, from }) => process === crashed && from > crash && from <= deadline)) continue;
    for (const stretch of account.stretches) {
      if (stretch.process === crashed || stretch.from > crash || (stretch.crashed ? stretch.until <= deadline : false)) continue;
      const { process, start: ownStart } = stretch;
      const suspects = account.statements.some(
        (one) =>
          one.by === process &&
          one.start === ownStart &&
          one.about === crashed &&
          one.says === 'suspect' &&
          one.at > crash &&
          one.at <= deadline,
      );
      if (suspects || suspected(account, stretch, crashed, crash)) continue;
      const message = `${crashed} crashed at ${crash} ms, and ${process} did not suspect it until ${deadline} ms: within the timeout of ${timeout} ms and 2 periods of ${period} ms. In this run no message was lost and none took longer than half a period.`;
      const events = run.events.findLastIndex(({ at }) => at <= deadline) + 1;
      return { process, at: deadline, message, events, links: [{ from: crashed, to: process }] };
    }
  }
  return undefined;
};

function timeoutOf({ plan }: TimedRun): number {
  const config = plan.processes[0]?.config;
  if (typeof config !== 'object' || config === null || !('timeout' in config)) return 0;
  return Number(config.timeout);
}

/** The exercise's work: when the run ends some process suspects one that is down, and has said so since it is down; and nobody suspects one that is up. */
export const distinguishes: TimedProperty = (run) => {
  const account = accountOf(run);
  const up = upAtEnd(account);
  const ids = run.plan.processes.map(({ id }) => id);
  const isUp = (id: string): boolean => up.some(({ process }) => process === id);
  const crashOf = (id: string): number => account.stretches.findLast(({ process }) => process === id)?.until ?? 0;
  const seesOne = up.some((stretch) =>
    ids.some((id) => !isUp(id) && suspected(account, stretch, id, run.end) && !suspected(account, stretch, id, crashOf(id))),
  );
  const isFair = up.every((stretch) => ids.every((id) => !isUp(id) || !suspected(account, stretch, id, run.end)));
  const [first = ''] = ids;
  return seesOne && isFair ? undefined : { process: first, at: run.end, message: '', events: run.events.length, links: [] };
};

function atEnd(run: TimedRun, process: string, about: string, message: string): TimedViolation {
  return { process, at: run.end, message, events: run.events.length, links: [{ from: about, to: process }], atEnd: true };
}
