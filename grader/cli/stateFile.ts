/** Small files in which the program remembers something for a learner, in the folder that their system keeps for that. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Terminal } from './command.ts';

type Env = Terminal['env'];

/** Undefined where the file is missing or damaged: what was remembered can always be done again. */
export function readState(name: string, env: Env): unknown {
  try {
    const read: unknown = JSON.parse(readFileSync(stateFile(name, env), 'utf8'));
    return read;
  } catch {
    return undefined;
  }
}

/** Answers whether it could be written. Two programs that write at once leave the file of one, whole. */
export function writeState(name: string, env: Env, state: unknown): boolean {
  const file = stateFile(name, env);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, `${JSON.stringify(state, undefined, 2)}\n`);
    renameSync(temporary, file);
    return true;
  } catch {
    return false;
  }
}

function stateFile(name: string, env: Env): string {
  return join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'faultline', name);
}
