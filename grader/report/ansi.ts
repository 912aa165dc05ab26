/** Colours of a terminal. They never carry a meaning alone. */
import type { Paint, Role } from '../trace/paint.ts';

export type Style = 'good' | 'bad' | 'unknown' | 'quiet' | 'strong';

const CODES: Readonly<Record<Style, string>> = { good: '32', bad: '31', unknown: '33', quiet: '2', strong: '1' };

/** Red stands for what broke, as everywhere, and for nothing else in a diagram. */
const ROLE_CODES: Readonly<Record<Role, string>> = {
  process: '1',
  message: '36',
  quiet: '2',
  crash: '33',
  timer: '34',
  storage: '35',
  application: '32',
  violation: '1;31',
};

/** Gives words a style. */
export type StylePaint = (style: Style, words: string) => string;

export function stylePaint(color: boolean): StylePaint {
  return (style, words) => (color ? painted(CODES[style], words) : words);
}

/** The paint of a diagram. */
export function rolePaint(color: boolean): Paint {
  return (role, words) => (color ? painted(ROLE_CODES[role], words) : words);
}

function painted(code: string, words: string): string {
  return `\u001b[${code}m${words}\u001b[0m`;
}
