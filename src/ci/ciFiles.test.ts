/** What every ready-made file for CI owes the teacher who copies it: pinned, bounded, with no more rights than it needs. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { VERSION } from '../../grader/base/version.ts';
import {
  ACTION,
  DOCKERFILE,
  documentOf,
  documentsOf,
  GITHUB_CLASS,
  GITLAB,
  gitlabJobs,
  KUBERNETES,
  kubernetesPods,
  textOf,
  type Action,
  type KubernetesObject,
  type Workflow,
} from './ciFilesForTests.ts';

const NODE_VERSION = '22.14.0';
const SHELL_FILES = ['src/ci/gradescope/setup.sh', 'src/ci/gradescope/run_autograder'];
const ALL = [ACTION, GITHUB_CLASS, GITLAB, DOCKERFILE, ...KUBERNETES, ...SHELL_FILES];

const action = documentOf<Action>(ACTION);
const workflow = documentOf<Workflow>(GITHUB_CLASS);
const jobs = gitlabJobs();
const pods = kubernetesPods();
const steps = [...action.runs.steps, ...Object.values(workflow.jobs).flatMap((job) => job.steps)];

/** Everything that a shell reads, by where it stands. */
const SCRIPTS: readonly (readonly [string, string])[] = [
  ...steps.flatMap(({ run }, at) => (run === undefined ? [] : [[`GitHub, step ${at}`, run] as const])),
  ...[...jobs].map(([name, job]) => [`GitLab, ${name}`, [...(job.before_script ?? []), ...(job.script ?? [])].join('\n')] as const),
  ...[...pods].flatMap(([name, pod]) =>
    pod.containers.flatMap(({ args }) => (args ?? []).map((script) => [`Kubernetes, ${name}`, script] as const)),
  ),
  ...SHELL_FILES.map((file) => [file, textOf(file)] as const),
];

test.each(SCRIPTS)('a shell can read all of %s', (_where, script) => {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' });

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('GitHub: other actions are pinned by commit, with their version beside it', () => {
  const lines = [ACTION, GITHUB_CLASS].flatMap((file) =>
    textOf(file)
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line)),
  );

  expect(lines.length).toBe(steps.filter((step) => step.uses !== undefined).length);
  for (const line of lines) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('GitHub: an action has the same commit wherever it is used', () => {
  const uses = new Set(steps.flatMap(({ uses: name }) => name ?? []));
  const names = [...uses].map((name) => name.replace(/@.*/, ''));

  expect(names.length).toBe(new Set(names).size);
});

test('GitHub: what comes from elsewhere reaches a shell through its environment', () => {
  for (const { run } of steps) expect(run ?? '').not.toContain('${{');
});

test('GitHub: a job may read the repository and nothing else, keeps no token, and ends', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  for (const job of Object.values(workflow.jobs)) {
    expect(job.permissions).toBeUndefined();
    expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    expect(job['runs-on']).toMatch(/^ubuntu-\d\d\.\d\d$/);
  }
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  const uploads = steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
  expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual([false, false]);
  expect(uploads.map((step) => step.with?.['retention-days'])).toEqual([7, 7]);
});

test('the action is a composite one, whose steps name their shell and whose outputs are all written', () => {
  const written = textOf('src/ci/github/outputs.mjs');

  expect(action.runs.using).toBe('composite');
  for (const step of action.runs.steps) expect(step.run === undefined || step.shell === 'bash').toBe(true);
  for (const [name, { value }] of Object.entries(action.outputs)) {
    expect(value).toBe(`\${{ steps.grade.outputs.${name} }}`);
    expect(written).toContain(`\`${name}=\${`);
  }
});

test('GitLab: jobs run in an image named by its digest, end, and keep results a week at most, for members alone', () => {
  for (const job of jobs.values()) {
    expect(job.image).toMatch(/^node:[\d.]+-bookworm-slim@sha256:[0-9a-f]{64}$/);
    expect(job.timeout).toBe('60 minutes');
    expect(job.artifacts).toMatchObject({ expire_in: '1 week', access: 'developer' });
  }
  expect(jobs.get('faultline-answers')?.artifacts).toMatchObject({ when: 'always', reports: { junit: 'faultline-junit.xml' } });
});

test('Kubernetes: pods have no rights, no token, a read-only root and limits', () => {
  expect([...pods.keys()]).toEqual(['faultline-grade', 'faultline-merge', 'faultline-files']);
  for (const pod of pods.values()) {
    expect(pod).toMatchObject({ restartPolicy: 'Never', automountServiceAccountToken: false, enableServiceLinks: false });
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } });
    for (const { securityContext, resources } of pod.containers) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(Object.keys(resources.limits)).toEqual(['cpu', 'memory', 'ephemeral-storage']);
    }
  }
});

test('Kubernetes: everything is in one namespace, ends, and has no network', () => {
  const objects = KUBERNETES.flatMap((file) => documentsOf<KubernetesObject>(file)).filter(({ kind }) => kind !== 'Namespace');

  for (const { metadata } of objects) expect(metadata.namespace).toBe('faultline');
  for (const { spec } of objects.filter(({ kind }) => kind !== 'NetworkPolicy'))
    expect(spec.activeDeadlineSeconds).toBeLessThanOrEqual(7200);
  expect(objects.find(({ kind }) => kind === 'NetworkPolicy')?.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
});

test('Kubernetes: there are as many pods as shards', () => {
  const job = KUBERNETES.flatMap((file) => documentsOf<KubernetesObject>(file)).find(({ metadata }) => metadata.name === 'faultline-grade');
  const shards = pods.get('faultline-grade')?.containers[0]?.env?.find(({ name }) => name === 'SHARDS')?.value;

  expect(String(job?.spec.completions)).toBe(shards);
});

test('one version of Node everywhere, one image, one version of Faultline', () => {
  const texts = ALL.map(textOf).join('\n');
  const images = texts.match(/node:\d+\.\d+\.\d+-bookworm-slim@sha256:[0-9a-f]{64}/g) ?? [];

  const versions = [...texts.matchAll(/node-version: (\S+)|node:([\d.]+)-|node-v([\d.]+)-linux/g)].map(([, ...one]) => one.join(''));

  expect(new Set(versions)).toEqual(new Set([NODE_VERSION]));
  expect(new Set(images).size).toBe(1);
  expect(textOf('src/ci/gradescope/setup.sh')).toContain(`version=${NODE_VERSION}\n`);
  expect(new Set(texts.match(/faultline-\d+\.\d+\.\d+\.tgz/g))).toEqual(new Set([`faultline-${VERSION}.tgz`]));
  expect(new Set(texts.match(/\/faultline:[\d.]+/g))).toEqual(new Set([`/faultline:${VERSION}`]));
});

test('the Dockerfile ends as another user than root, by number', () => {
  expect(textOf(DOCKERFILE)).toMatch(/^USER 65532:65532$/m);
});
