/** Who can decide without waiting for a repair, in two-phase commit: from what it has logged itself, and from what those that it can reach have logged. */
import { listed } from '../listed.ts';
import { decisionOf } from './stepwise.ts';
import type { Standings } from './standings.ts';

export interface Lamp {
  readonly process: string;
  readonly light: 'on' | 'dark' | 'down';
  /** "by asking p2, which has not voted: both abort". */
  readonly why: string;
}

export function lampsOf(participants: readonly string[], coordinator: string, standings: Standings): readonly Lamp[] {
  const { of, told } = standings;
  const isUp = (process: string): boolean => of.get(process)?.isUp === true;
  const headingOf = (process: string): string => of.get(process)?.heading ?? 'INIT';
  return participants.map((process): Lamp => {
    const lamp = (why: string): Lamp => ({ process, light: 'on', why });
    if (!isUp(process)) return { process, light: 'down', why: 'is down' };
    const own = decisionOf(headingOf(process));
    if (own) return lamp(`it knows: ${own}`);
    if (headingOf(process) === 'INIT') return lamp('it has not voted, and may abort alone');
    const others = participants.filter((other) => other !== process && isUp(other));
    const knows = others.find((other) => decisionOf(headingOf(other)));
    if (knows !== undefined) return lamp(`by asking ${knows}, which knows: ${decisionOf(headingOf(knows))}`);
    const free = others.find((other) => headingOf(other) === 'INIT');
    if (free !== undefined) return lamp(`by asking ${free}, which has not voted: both abort`);
    const hears = [process, ...others].find((other) => told.has(other));
    if (hears !== undefined) return lamp(hears === process ? 'it is about to be told' : `by asking ${hears}, which is about to be told`);
    if (isUp(coordinator)) return lamp('the coordinator is up');
    const itself = of.get(process)?.state === 'INIT' ? 'it is about to log READY' : 'it is READY';
    const rest = others.length === 0 ? 'and alone' : `and so ${others.length === 1 ? 'is' : 'are'} ${listed(others)}`;
    return { process, light: 'dark', why: `${itself}, ${rest}` };
  });
}
