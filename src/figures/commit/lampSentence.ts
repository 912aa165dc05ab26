import { listed } from '../listed.ts';
import type { Lamp } from './deciders.ts';
import type { Standings } from './standings.ts';

/** Who can decide now, in a sentence. */
export function lampSentence(lamps: readonly Lamp[], { of }: Standings): string {
  const up = lamps.filter((lamp) => lamp.light !== 'down');
  const dark = up.filter((lamp) => lamp.light === 'dark').map((lamp) => lamp.process);
  const decided = lamps.flatMap(({ process }) => of.get(process)?.decision ?? []);
  const knows =
    decided.length > 0
      ? ` ${listed(lamps.flatMap(({ process }) => (of.get(process)?.decision ? [process] : [])))} decided ${decided[0]}.`
      : '';
  if (up.length === 0) return `No participant is up.${knows}`;
  if (dark.length === 0) return `Every participant that is up can decide.${knows}`;
  return `Blocked: ${listed(dark)} ${dark.length === 1 ? 'is' : 'are'} READY, the coordinator is down, and nobody that is up knows more.${knows}`;
}
