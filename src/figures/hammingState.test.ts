import { describe, expect, test } from 'vitest';
import { HAMMING_CODEC, INITIAL_STATE, withOtherLength } from './hammingState.ts';

describe('the address', () => {
  test.each(['0110111', '01101110', '0110111-sent', '01101110-sent'])('%s is read and written alike', (text) => {
    const state = HAMMING_CODEC.read(text);

    expect(state && HAMMING_CODEC.write(state)).toBe(text);
  });

  test.each(['', '011011', '011011101', '0110112', '0110111-', ' 0110111'])('“%s” says nothing', (text) => {
    expect(HAMMING_CODEC.read(text)).toBeUndefined();
  });

  test('the figure begins one bit away from 0110011', () => {
    expect(HAMMING_CODEC.write(INITIAL_STATE)).toBe('0110111');
  });
});

test('the eighth bit comes as it was sent, and leaves the seven as they are', () => {
  const flipped = { word: '1110111', isTold: true };

  const longer = withOtherLength(flipped);

  expect(longer).toEqual({ word: '11101110', isTold: true });
  expect(withOtherLength(longer)).toEqual(flipped);
});
