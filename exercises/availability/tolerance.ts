/** How near an answer must come. The contract's bounds; where honest arithmetic in doubles cannot keep them, a little wider, never narrower. */
import type { Crossed } from '../../grader/base/data.ts';
import type { Expected } from '../../grader/checks/functionCheck.ts';
import { readable } from './oracle.ts';
import { complement, toNumber, type Rational } from './rational.ts';

/** A relative error: one part in 1e9. */
const RELATIVE = 1e-9;

/** A relative error of 1 - result: one part in 1,000. */
const RELATIVE_OF_COMPLEMENT = 1e-3;

/** Below this, only kOfN is held to a relative error. */
const SMALL = 1e-6;

/** Unavailabilities below this are not judged. */
const NOISE = 1e-12;

/** What rounding may add up to in a probability, in 32 additions of products: about a hundred times 2^-53. */
const ROUNDING = 2e-14;

/** Where the bound of 1 - result is the narrower of the two. */
const COMPLEMENT_COUNTS = RELATIVE / RELATIVE_OF_COMPLEMENT;

interface Strictness {
  /** The relative error counts for small results too. */
  readonly small?: boolean;
  /** An answer that rounding has carried above 1 is wrong. Left to one check: it is one slip. */
  readonly bounded?: boolean;
}

export function probability(exact: Rational, { small = false, bounded = false }: Strictness = {}): Expected {
  const wanted = toNumber(exact);
  const down = toNumber(complement(exact));
  const downBy = down < NOISE ? NOISE : Math.max(RELATIVE_OF_COMPLEMENT * down, ROUNDING);
  const isNear = small ? nearAtAnySize : near;
  return {
    kind: 'satisfies',
    text: `${readable(exact)} (${small || wanted >= SMALL ? 'to one part in 1e9' : 'or another number below 1e-6'}${detail(exact, down)})`,
    holds: (value) =>
      typeof value === 'number' &&
      isNear(value, wanted) &&
      (wanted <= 0.5 || Math.abs(1 - value - down) <= downBy) &&
      (!bounded || (value >= 0 && value <= 1)),
  };
}

/** Seconds. */
export function seconds(exact: Rational): Expected {
  const wanted = toNumber(exact);
  return {
    kind: 'satisfies',
    text: `${readable(exact)} (to one part in 1e9)`,
    holds: (value: Crossed) => typeof value === 'number' && nearAtAnySize(value, wanted),
  };
}

function detail(exact: Rational, down: number): string {
  if (down === 0) return ', and never above 1';
  if (down >= COMPLEMENT_COUNTS) return '';
  return down < NOISE ? ', so near to 1 that 1 will do' : `, and 1 minus it is ${readable(complement(exact))} to one part in 1,000`;
}

function near(value: number, wanted: number): boolean {
  // Which side of the limit a result is on may be a matter of rounding.
  if (value < SMALL && wanted < SMALL * (1 + RELATIVE)) return value > -ROUNDING;
  return Math.abs(value - wanted) <= Math.max(RELATIVE * wanted, ROUNDING);
}

function nearAtAnySize(value: number, wanted: number): boolean {
  return Math.abs(value - wanted) <= RELATIVE * wanted;
}
