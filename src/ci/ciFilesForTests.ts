/** The ready-made files for CI, as data for their tests. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

const ROOT = new URL('../../', import.meta.url);

export const pathOf = (file: string): string => fileURLToPath(new URL(file, ROOT));
export const textOf = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface Workflow {
  readonly permissions: unknown;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly 'runs-on': string; readonly 'timeout-minutes': number; readonly permissions?: unknown; readonly steps: readonly Step[] }
    >
  >;
}

export interface GitlabJob {
  readonly extends?: string;
  readonly image?: string;
  readonly timeout?: string;
  readonly parallel?: number;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
  readonly artifacts?: Readonly<Record<string, unknown>>;
}

interface Container {
  readonly image: string;
  readonly command: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly resources: { readonly requests: Readonly<Record<string, string>>; readonly limits: Readonly<Record<string, string>> };
  readonly securityContext: unknown;
}

export interface PodSpec {
  readonly restartPolicy: string;
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: unknown;
  readonly containers: readonly Container[];
}

export interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: {
    readonly completions?: number;
    readonly activeDeadlineSeconds?: number;
    readonly template?: { readonly spec: PodSpec };
    readonly podSelector?: unknown;
    readonly policyTypes?: readonly string[];
    readonly ingress?: unknown;
    readonly egress?: unknown;
  } & Partial<PodSpec>;
}

/** @throws Error where a file does not parse, or only with warnings. */
export function documentsOf<T>(file: string): readonly T[] {
  return parseAllDocuments(textOf(file)).map((document) => {
    const [fault] = [...document.errors, ...document.warnings];
    if (fault) throw new Error(`${file}: ${fault.message}`);
    return document.toJS();
  });
}

export function documentOf<T>(file: string): T {
  const [only, ...others] = documentsOf<T>(file);
  if (only === undefined || others.length > 0) throw new Error(`${file} does not hold one document.`);
  return only;
}

export const ACTION = 'action.yml';
export const GITHUB_CLASS = 'src/ci/github/class.yml';
export const GITLAB = 'src/ci/gitlab/faultline.gitlab-ci.yml';
export const DOCKERFILE = 'src/ci/kubernetes/Dockerfile';
export const KUBERNETES = [
  'src/ci/kubernetes/namespace.yaml',
  'src/ci/kubernetes/grade.yaml',
  'src/ci/kubernetes/merge.yaml',
  'src/ci/kubernetes/files.yaml',
];

/** All jobs of the GitLab file by name, with what they extend. */
export function gitlabJobs(): ReadonlyMap<string, GitlabJob> {
  const file = documentOf<Readonly<Record<string, GitlabJob>>>(GITLAB);
  const jobs = Object.entries(file).filter(([name]) => name !== 'variables' && !name.startsWith('.'));
  return new Map(jobs.map(([name, job]) => [name, { ...(job.extends === undefined ? {} : file[job.extends]), ...job }]));
}

/** The pods that the Kubernetes files start, by the name of what starts them. */
export function kubernetesPods(): ReadonlyMap<string, PodSpec> {
  const objects = KUBERNETES.flatMap((file) => documentsOf<KubernetesObject>(file));
  return new Map(
    objects.flatMap(({ kind, metadata, spec }) => {
      if (kind === 'Job' && spec.template) return [[metadata.name, spec.template.spec] as const];
      return isPod(spec) ? [[metadata.name, spec] as const] : [];
    }),
  );
}

function isPod(spec: Partial<PodSpec> | undefined): spec is PodSpec {
  return spec?.containers !== undefined;
}
