import { array, bigInt, boolean, constant, double, integer, letrec, oneof, string, tuple, uint8Array, type Arbitrary } from 'fast-check';
import type { Data } from './data.ts';

/** Texts of any code units, halves of surrogate pairs too. */
const texts = oneof(
  string({ unit: 'binary', maxLength: 6 }),
  array(integer({ min: 0, max: 0xffff }), { maxLength: 4 }).map((units) => String.fromCharCode(...units)),
);

const keys = oneof(texts, constant('__proto__'), constant('constructor'), constant('then'), constant('length'), constant('0'));

/** All of `Data`, a few levels deep. */
export const anyData: Arbitrary<Data> = letrec<{ data: Data }>((tie) => ({
  data: oneof(
    { maxDepth: 4, depthSize: 'small' },
    oneof(constant(null), constant(undefined), constant(-0), boolean(), integer(), double(), bigInt(), texts, uint8Array({ maxLength: 5 })),
    array(tie('data'), { maxLength: 4 }),
    // fromEntries defines: a key called `__proto__` becomes an ordinary property.
    array(tuple(keys, tie('data')), { maxLength: 4 }).map((entries): Data => Object.fromEntries(entries)),
    array(tuple(tie('data'), tie('data')), { maxLength: 3 }).map((entries): Data => new Map(entries)),
    array(tie('data'), { maxLength: 3 }).map((entries): Data => new Set(entries)),
  ),
})).data;
