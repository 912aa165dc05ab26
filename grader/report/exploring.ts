/** How far an exploration has come: shown while it runs, and in no report. */
import { grouped } from '../base/grouped.ts';
import type { Report } from '../base/report.ts';
import type { Exploring } from '../grade/grading.ts';
import { counted } from './counted.ts';

/** Checks that are done, of those that were asked for. */
export function checksDone({ checks }: Report): { readonly done: number; readonly wanted: number } {
  const wanted = checks.filter((check) => check.status !== 'not-run');
  return { done: wanted.filter((check) => check.evidence.method !== 'none').length, wanted: wanted.length };
}

/**
 * Measures worlds a second, from what a worker tells when: an exploration begins when the last thing without one was told, or else
 * when it is told first.
 */
export function newRate(): (exploring: Exploring | undefined, nowMs: number) => number | undefined {
  let began: { readonly what: string; readonly worlds: number; readonly ms: number } | undefined;
  return (exploring, nowMs) => {
    if (!exploring) {
      began = { what: '', worlds: 0, ms: nowMs };
      return undefined;
    }
    const { check, plan, worlds } = exploring;
    const what = `${check} ${plan}`;
    if (began?.what === '') began = { ...began, what };
    else if (began?.what !== what) began = { what, worlds, ms: nowMs };
    const ms = nowMs - began.ms;
    return ms > 0 ? ((worlds - began.worlds) / ms) * 1_000 : undefined;
  };
}

/** `184,206 worlds, depth 23, 612,000 worlds/s`. A depth of 0 is one that nobody measured. */
export function exploringText({ worlds, depth }: Exploring, worldsPerSecond: number | undefined): string {
  const rate = worldsPerSecond === undefined ? '' : `, ${grouped(Math.round(worldsPerSecond / 1_000) * 1_000)} worlds/s`;
  return `${counted(worlds, 'world')}${depth === 0 ? '' : `, depth ${depth}`}${rate}`;
}
