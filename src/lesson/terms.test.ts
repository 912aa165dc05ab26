import { expect, test } from 'vitest';
import { termOf, TERMS } from './terms.ts';

test('a term is found by its id', () => {
  expect(termOf('syndrome').name).toBe('syndrome');
});

test.each(['syndrom', 'constructor', ''])('there is no term “%s”, and the message says where to add it', (id) => {
  expect(() => termOf(id)).toThrow(`<Term id="${id}">: there is no such term. Add it to src/lesson/terms.ts, or mend the id.`);
});

test.each(Object.entries(TERMS))('%s is explained in one sentence', (_id, { means }) => {
  expect(means).toMatch(/^[A-Z“0-9].*[.”]$/);
  expect(means.length).toBeLessThan(260);
});

test('no two terms bear the same name', () => {
  const names = Object.values(TERMS).map((term) => term.name.toLowerCase());

  expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
});
