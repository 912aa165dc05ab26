/** Words of generated calls. */
import { bigInt, nat, tuple, type Arbitrary } from 'fast-check';

/**
 * Words of 0 to `maxLength` bits, all lengths equally likely. The bits are drawn as one number, since to draw them one by one takes longer
 * than to have them encoded. Shrinks to fewer bits, and to fewer ones.
 */
export function wordUpTo(maxLength: number): Arbitrary<string> {
  return tuple(nat(maxLength), bigInt({ min: 0n, max: 2n ** BigInt(maxLength) - 1n })).map(([length, bits]) =>
    bits
      .toString(2)
      .padStart(maxLength, '0')
      .slice(maxLength - length),
  );
}
