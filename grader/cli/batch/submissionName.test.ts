import { expect, test } from 'vitest';
import { refusedNames } from './submissionName.ts';

test.each(['..\\evil', 'a/b', 'ev\nil', '\u001b[2J', 'x\u202ey', 'summary.json', 'GRADES.CSV', '\ufffd', '\ud800'])(
  'refuses the name %j',
  (name) => {
    expect([...refusedNames([name]).keys()]).toEqual([name]);
  },
);

test.each(['anna', 'Jane Doe_12_assignsubmission_file', '=1+1', 'Ünïcode 名前', 'a.b', "O'Neill, Pat", '...'])(
  'takes the name %j',
  (name) => {
    expect(refusedNames([name]).size).toBe(0);
  },
);

test('refuses the second of two names that are one folder elsewhere', () => {
  expect([...refusedNames(['Anna', 'anna', 'Zo\u00eb', 'Zoe\u0308']).keys()]).toEqual(['anna', 'Zoe\u0308']);
});
