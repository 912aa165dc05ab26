/** Exact fractions. A double is one too, so what a call must return can be said without any rounding. */
export interface Rational {
  readonly top: bigint;
  /** Positive. */
  readonly bottom: bigint;
}

export const ZERO: Rational = { top: 0n, bottom: 1n };
export const ONE: Rational = { top: 1n, bottom: 1n };

/** The value of a finite double, to its last bit. */
export function exactly(value: number): Rational {
  let scaled = value;
  let bottom = 1n;
  // Doubling is exact, and after at most 1074 times every double is an integer.
  for (; !Number.isInteger(scaled); scaled *= 2) bottom *= 2n;
  return { top: BigInt(scaled), bottom };
}

export function plus(left: Rational, right: Rational): Rational {
  // The terms of a sum over states have one denominator; it must not be multiplied by itself in each step.
  if (left.bottom === right.bottom) return { top: left.top + right.top, bottom: left.bottom };
  return { top: left.top * right.bottom + right.top * left.bottom, bottom: left.bottom * right.bottom };
}

export function times(left: Rational, right: Rational): Rational {
  return { top: left.top * right.top, bottom: left.bottom * right.bottom };
}

export function over(left: Rational, right: Rational): Rational {
  return { top: left.top * right.bottom, bottom: left.bottom * right.top };
}

/** 1 - value */
export function complement({ top, bottom }: Rational): Rational {
  return { top: bottom - top, bottom };
}

export function isBelow(left: Rational, right: Rational): boolean {
  return left.top * right.bottom < right.top * left.bottom;
}

/** The double nearest to a fraction that is not negative, or its neighbour. */
export function toNumber({ top, bottom }: Rational): number {
  let shift = Math.max(0, bits(bottom) - bits(top) + 64);
  let rounded = Number((top << BigInt(shift)) / bottom);
  // In two steps at most: 2 ** -shift alone may be 0.
  for (; shift > 1000; shift -= 1000) rounded *= 2 ** -1000;
  return rounded * 2 ** -shift;
}

function bits(value: bigint): number {
  return value.toString(16).length * 4;
}
