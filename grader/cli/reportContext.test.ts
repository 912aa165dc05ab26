import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { reportContext, repositoryPath } from './reportContext.ts';

test('tells when it is, to the second, and the environment', () => {
  const { env, gradedAt } = reportContext({ env: { CLASSROOM: 'x' } });

  expect(env).toEqual({ CLASSROOM: 'x' });
  expect(gradedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(Math.abs(Date.parse(gradedAt) - Date.now())).toBeLessThan(10_000);
});

test.each([
  ['answers/x.ts', {}, 'answers/x.ts'],
  ['./answers/../x.ts', {}, 'x.ts'],
  [resolve('answers/x.ts'), {}, 'answers/x.ts'],
  ['answers/x.ts', { GITHUB_WORKSPACE: resolve('..') }, join(resolve('.').split('/').at(-1) ?? '', 'answers/x.ts')],
  ['answers/x.ts', { CI_PROJECT_DIR: resolve('answers') }, 'x.ts'],
  ['../x.ts', {}, '../x.ts'],
  ['/elsewhere/x.ts', { GITHUB_WORKSPACE: '/repository' }, '/elsewhere/x.ts'],
  ['..x.ts', {}, '..x.ts'],
])('%j is seen from the root of the repository with %j as %j', (file, env, path) => {
  expect(repositoryPath(file, { env })).toBe(path);
});
