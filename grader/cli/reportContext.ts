/** What reporters are told of the place where a grading runs. */
import { relative, resolve, sep } from 'node:path';
import type { Context } from '../report/graded.ts';
import type { Terminal } from './command.ts';

export function reportContext({ env }: Pick<Terminal, 'env'>): Context {
  return { env, gradedAt: `${new Date().toISOString().slice(0, 19)}Z` };
}

/**
 * A file as seen from the root of its repository, with slashes: what services that show annotations and alerts go by. Where no service says which folder
 * that is, it is the working directory. A file outside of it keeps its own name.
 */
export function repositoryPath(file: string, { env }: Pick<Terminal, 'env'>): string {
  const path = relative(resolve(env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR || '.'), resolve(file));
  const isInside = path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && resolve(path) !== path;
  return (isInside ? path : file).split(sep).join('/');
}
