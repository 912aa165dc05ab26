import { describe, expect, test } from 'vitest';
import { durationText, numberText, percentText, probabilityText } from './uptimeWords.ts';

describe('a duration', () => {
  test.each([
    [1 / 3_600_000, '1 ms'],
    [8.76 / 3600, '8.76 s'],
    [1 / 3600, '1 s'],
    [52.56 / 60, '52.6 min'],
    [1, '1 hour'],
    [8.76, '8.76 hours'],
    [24, '1 day'],
    [336, '14 days'],
    [1000, '41.7 days'],
    [87_600, '10 years'],
  ])('of %f hours is %s', (hours, text) => {
    expect(durationText(hours)).toBe(text);
  });
});

describe('a share', () => {
  test.each([
    [1 / 3_600_000, '99.9999722 %'],
    [14 / 365, '96.16 %'],
    [1 / 1001, '99.9001 %'],
    [0.1, '90 %'],
    [0, '100 %'],
    [1, '0 %'],
    [0.999_999, 'below 0.01 %'],
  ])('whose rest is %f is %s', (missing, text) => {
    expect(percentText(missing)).toBe(text);
  });
});

describe('a probability', () => {
  test.each([
    [0.970299, '0.970299'],
    [0.9999, '0.9999'],
    [0.9, '0.9'],
    [1 - 1e-16, 'more than 0.999999999999'],
  ])('%f is %s', (p, text) => {
    expect(probabilityText(p)).toBe(text);
  });
});

test('numbers of a hundred and more are whole', () => {
  expect([8759.998, 100.4, 8.751, 0.5].map(numberText)).toEqual(['8,760', '100', '8.75', '0.5']);
});
