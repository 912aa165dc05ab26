// How it differs: it asks for the mildest class that explains the whole trace, class by class, and looks for the crash from the end.
interface Reply {
  value: number | 'junk';
  after: number;
}
interface Exchange {
  op: string;
  received: boolean;
  step: [string, string] | null;
  replies: Record<string, Reply | null>;
}
interface Trace {
  exchanges: Exchange[];
  haltDetected: 'reliably' | 'eventually' | 'no';
}
interface Spec {
  earliest: number;
  latest: number;
  value: Record<string, number>;
  transitions: [string, string, string][];
}
type Question = (exchange: Exchange, spec: Spec) => boolean;

const sent = ({ replies }: Exchange): Reply[] => Object.values(replies).filter((reply) => reply !== null);
const gap: Question = (one) => sent(one).length < Object.keys(one.replies).length;

const receive: Question = (one) => !one.received && gap(one, never);
const send: Question = (one) => one.received && gap(one, never);
const early: Question = (one, { earliest }) => sent(one).some(({ after }) => !(after >= earliest));
const late: Question = (one, { latest }) => sent(one).some(({ after }) => !(after <= latest));
const value: Question = ({ op, ...rest }, spec) => sent({ op, ...rest }).some((reply) => reply.value !== spec.value[op]);
const transition: Question = ({ op, step }, { transitions }) =>
  !!step && !transitions.some((row) => `${row}` === `${step[0]},${op},${step[1]}`);
const strange: Question = (one) => {
  const values = new Set(sent(one).map((reply) => reply.value));
  return values.has('junk') || values.size > 1 || (values.size > 0 && !one.received);
};
const never: Spec = { earliest: 0, latest: Infinity, value: {}, transitions: [] };

export const classify = (trace: Trace, spec: Spec) => {
  const shows = (...questions: Question[]): boolean => trace.exchanges.some((one) => questions.some((question) => question(one, spec)));
  const named = (name: string, first: [string, Question], second: [string, Question]) => {
    const both = shows(first[1]) && shows(second[1]);
    return { observability: null, subtype: both ? 'mixed' : shows(first[1]) ? first[0] : second[0], class: name };
  };
  if (!shows(receive, send, early, late, value, transition, strange)) return { class: 'none', subtype: null, observability: null };
  if (!shows(early, late, value, transition, strange)) {
    return crashed(trace.exchanges)
      ? {
          class: 'crash',
          subtype: null,
          observability: { reliably: 'fail-stop', eventually: 'fail-noisy', no: 'fail-silent' }[trace.haltDetected],
        }
      : named('omission', ['receive', receive], ['send', send]);
  }
  if (!shows(value, transition, strange)) return named('timing', ['early', early], ['late', late]);
  if (!shows(strange)) return named('response', ['value', value], ['state-transition', transition]);
  const harm = trace.exchanges.some((one) =>
    sent(one).some((reply) => reply.value !== 'junk' && (!one.received || reply.value !== spec.value[one.op])),
  );
  return { class: 'arbitrary', subtype: null, observability: harm ? 'fail-arbitrary' : 'fail-safe' };
};

/** Takes the silence off the end; of what is left, only the last exchange may show a gap. */
function crashed(exchanges: Exchange[]): boolean {
  let end = exchanges.length;
  while (end > 0 && !exchanges[end - 1].received) end -= 1;
  const rest = exchanges.slice(0, end);
  return !rest.slice(0, -1).some((one) => gap(one, never));
}
