/** How the front page's transaction stands, in two sentences. */
import type { Standings } from '../figures/commit/standings.ts';

export interface News {
  readonly kind: 'running' | 'waiting' | 'blocked' | 'decided';
  readonly headline: string;
  readonly detail: string;
}

/** `isQuiet`: nothing more happens by itself. */
export function newsOf({ of }: Standings, isQuiet: boolean): News {
  const entries = [...of];
  const down = entries.filter(([, one]) => !one.isUp).map(([process]) => process);
  const open = entries.filter(([, one]) => one.isUp && one.decision === undefined).map(([process]) => process);
  const decision = entries.map(([, one]) => one.decision).find((one) => one !== undefined);
  if (open.length === 0 && decision !== undefined && isQuiet) {
    return down.length === 0
      ? {
          kind: 'decided',
          headline: `All three decided: ${decision}.`,
          detail: 'All of them or none: that is what was promised. Now crash one.',
        }
      : {
          kind: 'decided',
          headline: `Those who are left decided: ${decision}.`,
          detail: `${down.join(' and ')} will learn it after a recovery, from the log or from the others.`,
        };
  }
  if (isQuiet && down.length > 0) {
    return {
      kind: 'blocked',
      headline: 'Blocked: nobody left knows.',
      detail: `${open.join(' and ')} voted, and must wait for ${down.join(' and ')}. To guess would be to risk that one does it and another does not.`,
    };
  }
  if (down.length > 0)
    return { kind: 'waiting', headline: `${down.join(' and ')} is down.`, detail: 'The others wait for a message that does not come.' };
  return {
    kind: 'running',
    headline: 'Three processes, one transaction.',
    detail: 'All of them do it, or none. Crash one of them, at any moment.',
  };
}
