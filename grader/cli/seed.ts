import { UsageError, type Input } from './command.ts';

const MAX_SEED = 2 ** 31 - 1;

/** The option of every command that grades. */
export const SEED_OPTION = { value: 'N', text: 'the seed of generated cases (default 1)' };

/** @throws UsageError */
export function readSeed(input: Input): number {
  const text = input.text('seed') ?? '1';
  if (!/^\d{1,10}$/.test(text) || Number(text) > MAX_SEED) {
    throw new UsageError(`--seed is a whole number from 0 to ${MAX_SEED}, not ${JSON.stringify(text)}.`);
  }
  return Number(text);
}
