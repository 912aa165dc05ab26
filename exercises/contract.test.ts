/** Each exercise keeps the promises of its contract: the ids, points and kinds of its checks in their order, its exports, its level. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXERCISES } from './index.ts';

describe.each(EXERCISES.map((exercise) => [exercise.id, exercise] as const))('%s', (id, exercise) => {
  const contract = readFileSync(new URL(`./${id}/contract.d.ts`, import.meta.url), 'utf8');

  test('has the checks of its contract', () => {
    const rows = [...contract.matchAll(/^ \* - ([a-z0-9-]+) +(\d+) +(safety|liveness|edge|cost) /gm)];

    expect(exercise.checks.map((check) => [check.id, check.points, check.kind])).toEqual(
      rows.map(([, name, points, kind]) => [name, Number(points), kind]),
    );
  });

  test('asks for the functions and classes of its contract', () => {
    const namesOf = (kind: string) => [...contract.matchAll(new RegExp(`^export declare ${kind} (\\w+)`, 'gm'))].map(([, name]) => name);

    expect([exercise.exports, exercise.roles ?? []]).toEqual([namesOf('function'), namesOf('class')]);
  });

  test('has the lesson and level of its contract', () => {
    const [, lesson, level, optional] = /Lesson: ([a-z-]+)\. Kind: [a-zA-Z, ]+\. Level: (\w+)(, optional)?\./.exec(contract) ?? [];

    expect([exercise.lesson, exercise.level, exercise.core]).toEqual([lesson, level, optional === undefined]);
  });
});
