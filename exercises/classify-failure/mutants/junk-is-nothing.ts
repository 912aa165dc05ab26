// MUTANT arbitrary: junk counts as a missing reply.
type Spec = {
  readonly earliest: number;
  readonly latest: number;
  readonly value: { readonly [op: string]: number };
  readonly transitions: readonly (readonly [string, string, string])[];
};
type Reply = { readonly value: number | 'junk'; readonly after: number };
type Exchange = {
  readonly op: string;
  readonly received: boolean;
  readonly step: readonly [string, string] | null;
  readonly replies: { readonly [observer: string]: Reply | null };
};
type Trace = { readonly exchanges: readonly Exchange[]; readonly haltDetected: 'reliably' | 'eventually' | 'no' };

type Subtype = 'receive' | 'send' | 'early' | 'late' | 'value' | 'state-transition';
type Verdict = {
  class: 'none' | 'crash' | 'omission' | 'timing' | 'response' | 'arbitrary';
  subtype: Subtype | 'mixed' | null;
  observability: 'fail-stop' | 'fail-noisy' | 'fail-silent' | 'fail-safe' | 'fail-arbitrary' | null;
};
type Deviation = { class: 'omission' | 'timing' | 'response' | 'arbitrary'; subtype: Subtype | null };

const WORST_FIRST = ['arbitrary', 'response', 'timing', 'omission'] as const;
const HALTS = { reliably: 'fail-stop', eventually: 'fail-noisy', no: 'fail-silent' } as const;

export function classify(trace: Trace, spec: Spec): Verdict {
  const deviations = trace.exchanges.flatMap((exchange) => deviationsOf(exchange, spec));
  const worst = WORST_FIRST.find((name) => deviations.some((one) => one.class === name));
  if (!worst) return { class: 'none', subtype: null, observability: null };
  if (worst === 'arbitrary') return { class: worst, subtype: null, observability: isSafe(trace, spec) ? 'fail-safe' : 'fail-arbitrary' };
  if (worst === 'omission' && hasCrashed(trace, spec)) return { class: 'crash', subtype: null, observability: HALTS[trace.haltDetected] };
  // Only the class that won has a say in the subtype.
  const subtypes = new Set(deviations.filter((one) => one.class === worst).map((one) => one.subtype));
  const [subtype] = subtypes;
  return { class: worst, subtype: subtypes.size > 1 ? 'mixed' : subtype, observability: null };
}

/** Of a trace in which nothing is worse than an omission: whether the server is never heard of after the first of them. */
function hasCrashed({ exchanges }: Trace, spec: Spec): boolean {
  const first = exchanges.findIndex((exchange) => deviationsOf(exchange, spec).length > 0);
  // An answer to what was not received would be worse than an omission, so only the log can speak against a crash.
  return exchanges.slice(first + 1).every((exchange) => !exchange.received);
}

/** Whether no number in any reply can mislead anybody: others see at once that junk is junk. */
function isSafe({ exchanges }: Trace, spec: Spec): boolean {
  return exchanges.every(({ op, received, replies }) =>
    Object.values(replies).every((reply) => !reply || reply.value === 'junk' || (received && reply.value === spec.value[op])),
  );
}

function deviationsOf({ op, received, step, replies }: Exchange, spec: Spec): Deviation[] {
  const found: Deviation[] = [];
  const numbers = new Set<number>();
  for (const reply of Object.values(replies)) {
    if (!reply || reply.value === 'junk') {
      found.push({ class: 'omission', subtype: received ? 'send' : 'receive' });
    } else if (!received) {
      found.push({ class: 'arbitrary', subtype: null });
    } else {
      numbers.add(reply.value);
      if (reply.value !== spec.value[op]) found.push({ class: 'response', subtype: 'value' });
      if (reply.after < spec.earliest) found.push({ class: 'timing', subtype: 'early' });
      if (reply.after > spec.latest) found.push({ class: 'timing', subtype: 'late' });
    }
  }
  if (numbers.size > 1) found.push({ class: 'arbitrary', subtype: null });
  if (step && !spec.transitions.some(([from, by, to]) => from === step[0] && by === op && to === step[1])) {
    found.push({ class: 'response', subtype: 'state-transition' });
  }
  return found;
}
