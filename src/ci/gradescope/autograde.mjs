// Grades one submission on Gradescope: node autograde.mjs /autograder
//
// Runs as root, and runs nothing of the submission. The allowed files are copied; the grader reads the copies as another user, who
// may not write results, and says them on standard output; they are checked and written here.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** As of the grader: what is larger is no answer. */
const MAX_FILE_BYTES = 256 * 1024;
/** Gradescope's own limit is 10 minutes unless it was raised. */
const TIME_LIMIT_MS = 9 * 60 * 1000;
const MAX_RESULTS_BYTES = 32 * 1024 * 1024;

const [root = '/autograder'] = process.argv.slice(2);
const source = dirname(fileURLToPath(import.meta.url));
const program = join(source, 'faultline/dist/faultline.js');

const work = mkdtempSync(join(tmpdir(), 'faultline-'));
try {
  writeResults(grade());
} catch (error) {
  console.error(error);
  writeResults(notGraded('The autograder broke.'));
  process.exitCode = 3;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function grade() {
  const { exercises, seed } = JSON.parse(readFileSync(join(source, 'config.json'), 'utf8'));
  const answers = join(work, 'answers');
  mkdirSync(answers);
  // Whoever the grader runs as may look in here.
  chmodSync(work, 0o755);
  chmodSync(answers, 0o755);

  const missing = [];
  for (const { id, points } of exercises) {
    const answer = findAnswer(`${id}.ts`);
    if (answer.text === undefined) missing.push({ id, points, why: answer.why });
    else writeFileSync(join(answers, `${id}.ts`), answer.text, { mode: 0o444 });
  }
  const notHandedIn = missing.map(({ id, points, why }) => ({
    name: `${id}: not handed in`,
    status: 'failed',
    score: 0,
    max_score: points,
    output: why,
    output_format: 'text',
  }));
  if (missing.length === exercises.length) return { tests: notHandedIn };

  const args = [program, 'grade', answers, '--seed', String(seed), '--reporter', 'gradescope'];
  const run = spawnSync(process.execPath, args, {
    cwd: answers,
    env: { PATH: '/usr/bin:/bin', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGKILL',
    maxBuffer: MAX_RESULTS_BYTES,
    ...otherUser(),
  });
  if (run.error?.code === 'ETIMEDOUT') return notGraded(`Grading took longer than ${TIME_LIMIT_MS / 60_000} minutes and was stopped.`);
  if (run.error) throw run.error;
  if (run.status !== 0 && run.status !== 1) throw new Error(`The grader ended with ${run.status ?? run.signal}.`);
  const results = JSON.parse(run.stdout);
  if (!Array.isArray(results.tests)) throw new Error('The grader gave no tests.');
  return { ...results, tests: [...results.tests, ...notHandedIn] };
}

/** The text of a file of the submission, at its top or in `answers/`; or why there is none. */
function findAnswer(name) {
  const submission = realpathSync(join(root, 'submission'));
  for (const path of [join(submission, name), join(submission, 'answers', name)]) {
    let file;
    try {
      // A link is no answer: it would lead to files that are not the learner's.
      file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    } catch (error) {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') continue;
      return { why: `${name} cannot be read. Hand in the file itself, not a link to it.` };
    }
    try {
      const stat = fstatSync(file);
      if (!stat.isFile() || !realpathSync(path).startsWith(submission + sep)) {
        return { why: `${name} is not a file of this submission. Hand in the file itself.` };
      }
      if (stat.size > MAX_FILE_BYTES) return { why: `${name} has ${stat.size} bytes, and an answer may have ${MAX_FILE_BYTES}.` };
      return { text: readFileSync(file) };
    } finally {
      closeSync(file);
    }
  }
  return { why: `There is no file ${name} in this submission. Its name must be just that, and it may lie in a folder called answers.` };
}

/** Where this is root, the grader is nobody. */
function otherUser() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag) => {
    const { status, stdout } = spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' });
    if (status !== 0) throw new Error('There is no user nobody to run the grader as.');
    return Number(stdout);
  };
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function notGraded(why) {
  return {
    score: 0,
    output: `NOT GRADED. ${why} This is a fault of the autograder, not of your answer, and this 0 is no grade. Please tell your course staff; submitting again may help.`,
    output_format: 'text',
    visibility: 'visible',
  };
}

/** Whole or not at all. */
function writeResults(results) {
  const file = join(root, 'results/results.json');
  writeFileSync(`${file}.tmp`, `${JSON.stringify(results, undefined, 2)}\n`);
  renameSync(`${file}.tmp`, file);
}
