/** The verdict on a trace: the definitions of the contract, one after the other, as they stand there. */
import type { Exchange, Reply, Spec, Subtype, Trace, Verdict } from './trace.ts';

export function verdictOn(trace: Trace, spec: Spec): Verdict {
  const { exchanges } = trace;
  if (exchanges.some(isArbitrary)) {
    return { class: 'arbitrary', subtype: null, observability: isFailSafe(exchanges, spec) ? 'fail-safe' : 'fail-arbitrary' };
  }
  const shown = subtypesIn(exchanges, spec);
  if (shown.has('value') || shown.has('state-transition')) return failure('response', shown, 'value', 'state-transition');
  if (shown.has('early') || shown.has('late')) return failure('timing', shown, 'early', 'late');
  if (shown.size === 0) return { class: 'none', subtype: null, observability: null };
  return isCrash(exchanges) ? crash(trace) : failure('omission', shown, 'receive', 'send');
}

/** Everything but the arbitrary that some exchange shows. */
export function subtypesIn(exchanges: readonly Exchange[], spec: Spec): ReadonlySet<Subtype> {
  const shown = new Set<Subtype>();
  for (const one of exchanges) {
    if (one.step !== null && !isAllowed(one.op, one.step, spec)) shown.add('state-transition');
    if (observed(one).includes(null)) shown.add(one.received ? 'send' : 'receive');
    for (const { value, after } of answers(one)) {
      if (value !== 'junk' && value !== spec.value[one.op]) shown.add('value');
      if (after < spec.earliest) shown.add('early');
      if (after > spec.latest) shown.add('late');
    }
  }
  return shown;
}

export function isArbitrary(one: Exchange): boolean {
  const numbers = answers(one).map((reply) => reply.value);
  return numbers.includes('junk') || numbers.some((value) => value !== numbers[0]) || (!one.received && numbers.length > 0);
}

/** There is an exchange before which nothing deviates and after which nothing is received or answered. All deviations are omissions. */
function isCrash(exchanges: readonly Exchange[]): boolean {
  return exchanges.some(
    (_, at) =>
      exchanges.slice(0, at).every((one) => !observed(one).includes(null)) &&
      exchanges.slice(at + 1).every((one) => !one.received && answers(one).length === 0),
  );
}

function isFailSafe(exchanges: readonly Exchange[], spec: Spec): boolean {
  return exchanges.every((one) => answers(one).every(({ value }) => value === 'junk' || (one.received && value === spec.value[one.op])));
}

function crash({ haltDetected }: Trace): Verdict {
  const observability = ({ reliably: 'fail-stop', eventually: 'fail-noisy', no: 'fail-silent' } as const)[haltDetected];
  return { class: 'crash', subtype: null, observability };
}

function failure(name: Verdict['class'], shown: ReadonlySet<Subtype>, one: Subtype, other: Subtype): Verdict {
  const subtype = shown.has(one) && shown.has(other) ? 'mixed' : shown.has(one) ? one : other;
  return { class: name, subtype, observability: null };
}

function isAllowed(op: string, [before, behind]: readonly [string, string], { transitions }: Spec): boolean {
  return transitions.some(([from, by, to]) => [from, by, to].join('\0') === [before, op, behind].join('\0'));
}

function observed({ replies }: Exchange): readonly (Reply | null)[] {
  return Object.values(replies);
}

function answers(one: Exchange): readonly Reply[] {
  return observed(one).flatMap((reply) => reply ?? []);
}
