/** Calls of each function with what the oracle expects of them. */
import type { Argument } from '../../grader/base/data.ts';
import { returns, type Case, type Expected } from '../../grader/checks/functionCheck.ts';
import type { Example } from './diagrams.ts';
import * as oracle from './oracle.ts';
import { exactly } from './rational.ts';
import { probability, seconds } from './tolerance.ts';

/** `bounded`: whether an answer that rounding has carried above 1 is wrong. */
export function calls({ bounded }: { readonly bounded: boolean }) {
  return {
    availability(mttf: number, mttr: number, about?: string): Case {
      return judged('availability', [mttf, mttr], probability(oracle.exactAvailability(mttf, mttr), { bounded }), about);
    },
    downtime(a: number, period: oracle.Period, about?: string): Case {
      return judged('downtime', [a, period], seconds(oracle.exactDowntime(a, period)), about);
    },
    nines(a: number, about?: string): Case {
      return returns('nines', [a], oracle.exactNines(a), about);
    },
    series(parts: readonly number[], about?: string): Case {
      return judged('series', [parts], probability(oracle.exactSeries(parts.map(exactly)), { bounded }), about);
    },
    parallel(parts: readonly number[], about?: string): Case {
      return judged('parallel', [parts], probability(oracle.exactParallel(parts.map(exactly)), { bounded }), about);
    },
    kOfN(k: number, n: number, p: number, about?: string): Case {
      return judged('kOfN', [k, n, p], probability(oracle.exactKOfN(k, n, exactly(p)), { bounded, small: true }), about);
    },
    tmr(r: number, rv: number, voters: 1 | 3, about?: string): Case {
      return judged('tmr', [r, rv, voters], probability(oracle.exactTmr(r, rv, voters), { bounded }), about);
    },
    evaluate({ diagram, probabilities, about, isLong }: Example): Case {
      const expected = probability(oracle.exactDiagram(diagram, probabilities), { bounded });
      return { ...judged('evaluate', [diagram, probabilities], expected, about), ...(isLong ? { isLong } : {}) };
    },
  };
}

function judged(fn: string, args: readonly Argument[], expected: Expected, about: string | undefined): Case {
  return { fn, args, expected, ...(about === undefined ? {} : { about }) };
}
