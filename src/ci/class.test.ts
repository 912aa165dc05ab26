/** A class graded in shards: the very lines of the files for GitHub, GitLab and Kubernetes, run one after another in an empty folder. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, GITHUB_CLASS, gitlabJobs, kubernetesPods, pathOf, type Workflow } from './ciFilesForTests.ts';
import { installInto, packInto, PACKING_MS } from './tarballForTests.ts';

const SHARDS = 4;
const LEARNERS = ['ada', 'alan', 'barbara', 'edsger', 'grace', 'leslie', 'zoe: last try'];
const folder = mkdtempSync(join(tmpdir(), 'faultline-class-'));
let program = '';

beforeAll(() => {
  program = installInto(join(folder, 'installed'), join(folder, packInto(folder)));
}, PACKING_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Way {
  /** How the lines are run. */
  readonly shell: readonly [string, ...string[]];
  readonly grade: string;
  readonly merge: string;
  /** What the shard numbered `index`, from 1, finds in its environment. */
  readonly env: (index: number) => Readonly<Record<string, string>>;
}

const { jobs } = documentOf<Workflow>(GITHUB_CLASS);
const gitlab = gitlabJobs();
const pods = kubernetesPods();

/** The line of a script that runs a command of Faultline. */
function lineWith(command: string, lines: readonly (string | undefined)[]): string {
  return lines.find((line) => line?.includes(`faultline ${command} `)) ?? 'exit 99';
}

/** As GitHub and GitLab do, which stop at the first command that fails. */
const STRICT = ['bash', '-eo', 'pipefail', '-c'] as const;

const ways: readonly (readonly [string, Way])[] = [
  [
    'GitHub',
    {
      shell: STRICT,
      grade: lineWith('batch', jobs['grade']?.steps.map((step) => step.run) ?? []),
      merge: lineWith('merge', jobs['merge']?.steps.map((step) => step.run) ?? []),
      env: (index) => ({ SHARD: String(index), SHARDS: String(SHARDS), SEED: '' }),
    },
  ],
  [
    'GitLab',
    {
      shell: STRICT,
      grade: lineWith('batch', gitlab.get('faultline-class')?.script ?? []),
      merge: lineWith('merge', gitlab.get('faultline-merge')?.script ?? []),
      env: (index) => ({ CI_NODE_INDEX: String(index), CI_NODE_TOTAL: String(SHARDS) }),
    },
  ],
  [
    'Kubernetes',
    {
      shell: ['sh', '-c'],
      grade: inPlace(lineWith('batch', pods.get('faultline-grade')?.containers[0]?.args ?? [])),
      merge: inPlace(lineWith('merge', pods.get('faultline-merge')?.containers[0]?.args ?? [])),
      env: (index) => ({ JOB_COMPLETION_INDEX: String(index - 1), SHARDS: String(SHARDS), SEED: '1' }),
    },
  ],
];

/** The pods' folders are at the root, those of the test are not. */
function inPlace(line: string): string {
  return line.replaceAll(/(?<=[ "])\/(?=submissions|shards|grades)/g, './');
}

function handInAll(dir: string): void {
  for (const [at, learner] of LEARNERS.entries()) {
    mkdirSync(join(dir, 'submissions', learner), { recursive: true });
    const answer = at % 2 === 0 ? 'solution' : 'starter';
    cpSync(pathOf(`exercises/hamming/${answer}.ts`), join(dir, 'submissions', learner, 'hamming.ts'));
  }
}

function run(dir: string, { shell: [shell, ...args] }: Way, lines: string, env: Readonly<Record<string, string>>) {
  const { status, stderr } = spawnSync(shell, [...args, lines], {
    cwd: dir,
    encoding: 'utf8',
    env: { PATH: `${dirname(program)}:${process.env['PATH']}`, ...env },
  });
  return { status, stderr };
}

test.each(ways)('%s: four shards and their merge grade everybody once', (name, way) => {
  const dir = join(folder, name);
  handInAll(dir);

  for (let index = 1; index <= SHARDS; index += 1) expect(run(dir, way, way.grade, way.env(index))).toMatchObject({ status: 0 });
  const inShards = readdirSync(join(dir, 'shards')).flatMap((shard) => namesIn(join(dir, 'shards', shard)));
  if (name === 'GitHub') rmSync(join(dir, 'shards'), { recursive: true });
  const merged = run(dir, way, way.merge, {});

  expect(merged).toMatchObject({ status: 0 });
  expect(inShards.sort()).toEqual(LEARNERS);
  expect(namesIn(join(dir, 'grades'))).toEqual(LEARNERS);
  const [header, ...rows] = readFileSync(join(dir, 'grades/grades.csv'), 'utf8').trim().split(/\r?\n/);
  expect(header).toContain('hamming');
  expect(rows.map((row) => row.split(',')[0])).toEqual(LEARNERS);
});

/** The submissions that a folder of results has. */
function namesIn(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

test.each(ways)('%s: a shard ends with an error for what is no answer’s fault', (name, way) => {
  const dir = join(folder, `${name}-empty`);
  mkdirSync(dir);

  const { status } = run(dir, way, way.grade, way.env(1));

  // What Kubernetes is told not to try again.
  expect(status).toBe(name === 'Kubernetes' ? 2 : 1);
});
