/** Where answers lie, and what lies around them: the folder that commands are run in, and the root of the repository that holds it. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { LearnerError } from '../base/learnerError.ts';
import { UsageError } from './command.ts';
import type { CiPlace } from './templates/ciPlace.ts';

export interface Workplace {
  /** As the learner named it. */
  readonly dir: string;
  /** The folder of the answers, with slashes, from the folder that holds it; from the current folder where that is the one. */
  readonly answers: string;
  /** Whether the answers lie in the current folder, at any depth. */
  readonly isInside: boolean;
  /** The root of the git repository, or the current folder where there is none. */
  readonly root: string;
  readonly hasRepository: boolean;
  /** The package.json that npm uses in the current folder, as far as the repository reaches. */
  readonly manifest: string | undefined;
}

/** What shells, workflows or some systems read as something else than a letter of a name, even in quotes. */
const SPECIAL = /["`$\\%!*?<>|:\p{Cc}]/u;

/** @throws UsageError for a folder that commands could not name. */
export function findWorkplace(dir: string, here: string): Workplace {
  if (dir === '') throw new UsageError('--dir names no folder: write --dir DIR.');
  const folder = realPath(resolve(here, dir));
  const way = relative(realPath(here), folder);
  const isInside = !isAbsolute(way) && way.split(sep)[0] !== '..';
  const answers = isInside ? slashed(way) || '.' : basename(folder);
  const repository = ancestors(here).find((one) => existsSync(join(one, '.git')));
  const root = repository ?? here;
  refuseSpecial(answers);
  const upToRoot = ancestors(here).slice(0, ancestors(here).indexOf(root) + 1);
  const manifest = upToRoot.map((one) => join(one, 'package.json')).find((file) => existsSync(file));
  return { dir, answers, isInside, root, hasRepository: repository !== undefined, manifest };
}

/** What a pipeline grades, from the repository's root. @throws LearnerError where it could not. */
export function findCiPlace({ dir, isInside, root, manifest }: Workplace, here: string): CiPlace {
  if (!isInside) {
    throw new LearnerError(
      `${dir} does not lie in the current folder, so a pipeline of this repository could not grade it. Go to the folder that is to hold the answers, and name them from there.`,
    );
  }
  const fromRoot = (path: string): string => slashed(relative(root, realPath(path))) || '.';
  const answers = fromRoot(resolve(here, dir));
  refuseSpecial(answers);
  return { answers: notAnOption(answers), home: fromRoot(manifest === undefined ? here : dirname(manifest)) };
}

function refuseSpecial(path: string): void {
  const special = SPECIAL.exec(path)?.[0];
  if (special === undefined) return;
  throw new LearnerError(
    `The folder ${JSON.stringify(path)} has ${JSON.stringify(special)} in its name, which shells and workflows read as something else. Name a folder without it.`,
  );
}

/** A path as a word of a command: no option, and in quotes that every system's shell knows where it holds more than letters. */
export function commandWord(path: string): string {
  const word = notAnOption(path);
  return /^[\w./@+,-]+$/.test(word) ? word : `"${word}"`;
}

function notAnOption(path: string): string {
  return path.startsWith('-') ? `./${path}` : path;
}

/** A folder and all that hold it, innermost first. */
function ancestors(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}

/** Without links, as far as the path exists. */
function realPath(path: string): string {
  const above = dirname(path);
  if (existsSync(path) || above === path) return realpathSync(path);
  return join(realPath(above), basename(path));
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
