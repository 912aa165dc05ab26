import { expect, test } from 'vitest';
import { MODELS, replicaCount } from './replicaCount.ts';

test('the oracle finds the numbers of the literature', () => {
  expect(MODELS.map((model) => [model, [0, 1, 2, 3, 4].map((k) => replicaCount(k, model))])).toEqual([
    ['silent', [1, 2, 3, 4, 5]],
    ['byzantine-voting', [1, 3, 5, 7, 9]],
    ['crash-consensus', [1, 3, 5, 7, 9]],
    ['byzantine-agreement', [1, 4, 7, 10, 13]],
  ]);
});
