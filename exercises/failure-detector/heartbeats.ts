import type { TimedProperty } from '../../grader/sim/timedProperty.ts';

/** Messages to one other process for each start. */
const PER_START = 2;

/** No process sends another more than one message for each whole period it is up, plus 2 for each start. */
export const heartbeats: TimedProperty = (run) => {
  const { period } = run.plan.network;
  const starts = new Map<string, number>();
  const upSince = new Map<string, number>();
  /** Milliseconds up before the last start. */
  const upBefore = new Map<string, number>();
  const sent = new Map<string, number>();
  for (const [index, event] of run.events.entries()) {
    const { at, process, kind } = event;
    if (kind === 'start' || kind === 'recover') {
      starts.set(process, (starts.get(process) ?? 0) + 1);
      upSince.set(process, at);
    }
    const up = (upBefore.get(process) ?? 0) + at - (upSince.get(process) ?? at);
    if (kind === 'crash') upBefore.set(process, up);
    if (kind !== 'send' || event.to === process) continue;
    const link = `${process} ${event.to}`;
    const count = (sent.get(link) ?? 0) + 1;
    sent.set(link, count);
    // Sums of fractions of a period seldom are whole.
    const periods = Math.floor(up / period + 1e-6);
    const most = periods + PER_START * (starts.get(process) ?? 0);
    if (count <= most) continue;
    const started = starts.get(process) === 1 ? 'started once' : `started ${starts.get(process)} times`;
    const message = `By ${at} ms ${process} had sent ${count} messages to ${event.to}. It had ${started} and been up for ${periods} whole periods of ${period} ms, so ${most} messages are the most.`;
    return { process, at, message, events: index + 1, links: [{ from: process, to: event.to }] };
  }
  return undefined;
};
