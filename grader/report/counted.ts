import { grouped } from '../base/grouped.ts';

/** `1 step`, `812,003 steps`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
