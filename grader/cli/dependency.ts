/** How a package.json comes by Faultline: a pipeline has what is in its repository or on a registry, and nothing else. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

type Dependency = { readonly kind: 'registry' | 'inside' | 'absent' } | { readonly kind: 'outside'; readonly spec: string };

/** `root`: the repository's. A package.json that cannot be read names nothing. */
export function dependencyIn(manifest: string, root: string): Dependency {
  const spec = specIn(manifest);
  if (spec === undefined) return { kind: 'absent' };
  if (!spec.startsWith('file:')) return { kind: 'registry' };
  const file = resolve(dirname(manifest), spec.slice('file:'.length));
  const way = relative(root, file);
  const isInside = !isAbsolute(way) && way.split(sep)[0] !== '..' && existsSync(file);
  return isInside ? { kind: 'inside' } : { kind: 'outside', spec };
}

function specIn(manifest: string): string | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
    const specs = ['dependencies', 'devDependencies'].map((group) => memberOf(memberOf(read, group), 'faultline'));
    return specs.find((spec) => typeof spec === 'string');
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
