import { expect, test } from 'vitest';
import { jobOf, submissionOf } from './gradingJob.ts';

test('brings a submission through the queue', () => {
  const submission = { exercise: 'hamming', source: Buffer.from([0, 255, 10]), seed: 7 };

  expect(submissionOf(JSON.parse(JSON.stringify(jobOf(submission))))).toEqual(submission);
});

test.each([
  [null],
  [5],
  [[]],
  [{}],
  [{ exercise: 'nope', source: '', seed: 1 }],
  [{ exercise: { toString: 5 }, source: '', seed: 1 }],
  // It would be taken for a thousand million bytes.
  [{ exercise: 'hamming', source: { length: 1e9 }, seed: 1 }],
  [{ exercise: 'hamming', source: '', seed: '1' }],
])('takes %j for no grading', (data) => {
  expect(() => submissionOf(data)).toThrow('This is no grading');
});
