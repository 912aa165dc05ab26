/** Every command, in the order in which help and the course's reference show them. */
import type { Command } from './command.ts';
import { audit } from './commands/audit.ts';
import { batch } from './commands/batch.ts';
import { grade } from './commands/grade.ts';
import { hint } from './commands/hint.ts';
import { list } from './commands/list.ts';
import { merge } from './commands/merge.ts';
import { replay } from './commands/replay.ts';
import { start } from './commands/start.ts';
import { watch } from './commands/watch.ts';
import { worker } from './commands/worker.ts';

export const COMMANDS: readonly Command[] = [list, start, grade, watch, replay, hint, batch, merge, worker, audit];
