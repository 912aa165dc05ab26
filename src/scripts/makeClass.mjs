// A class for tests and measurements: solutions, starters, mutants, alternatives and hostile answers, one or more a submission, always the same for the same
// numbers.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

/**
 * Writes `count` submissions into `dir`. `exercises`: ids to take answers of; all where absent. `hostile`: of how many submissions one is hostile,
 * 0 for none. `most`: how many answers a submission has at most. Returns each answer with the file that it is a copy of.
 */
export function makeClass(dir, { count, exercises, hostile = 8, most = 3 }) {
  const answers = exerciseAnswers(exercises);
  const harm = hostileAnswers();
  const made = [];
  for (let number = 0; number < count; number += 1) {
    const submission = `learner-${String(number).padStart(4, '0')}`;
    mkdirSync(join(dir, submission), { recursive: true });
    const isHostile = hostile > 0 && number % hostile === hostile - 1;
    const taken = new Map();
    // A prime step visits all kinds of answers, however few submissions there are.
    for (let turn = 0; turn <= number % most; turn += 1) {
      const answer = isHostile && turn === 0 ? harm[(number * 31) % harm.length] : answers[((number * 3 + turn) * 7919) % answers.length];
      if (!taken.has(answer.exercise)) taken.set(answer.exercise, answer.file);
    }
    for (const [exercise, file] of taken) {
      copyFileSync(file, join(dir, submission, `${exercise}.ts`));
      made.push({ submission, exercise, file });
    }
  }
  return made;
}

function exerciseAnswers(wanted) {
  const folder = join(ROOT, 'exercises');
  const ids = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ids
    .map((entry) => entry.name)
    .filter((id) => wanted === undefined || wanted.includes(id))
    .sort()
    .flatMap((id) => {
      const files = ['mutants', 'alternatives'].flatMap((kind) => sourcesIn(join(folder, id, kind)));
      return [join(folder, id, 'solution.ts'), join(folder, id, 'starter.ts'), ...files].map((file) => ({ exercise: id, file }));
    });
}

/** Written for `hamming`. Those that only the dead-man's switch ends take many seconds each; two are enough. */
function hostileAnswers() {
  const files = sourcesIn(join(ROOT, 'grader/worker/hostile'));
  const isSlow = (file) => /switch-/.test(file);
  const slow = files.filter(isSlow).slice(0, 2);
  return [...files.filter((file) => !isSlow(file)), ...slow].map((file) => ({ exercise: 'hamming', file }));
}

function sourcesIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name));
}
