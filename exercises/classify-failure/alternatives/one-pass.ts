// How it differs: a single pass that remembers the rank of the worst so far and whether the server was heard of after its first silence.
const RANKS = ['none', 'omission', 'timing', 'response', 'arbitrary'];

class Judge {
  rank = 0;
  subtypes = '';
  silentSince = false;
  heardAgain = false;
  harmful = false;

  note(rank: number, subtype = '') {
    if (rank > this.rank) {
      this.rank = rank;
      this.subtypes = subtype;
    } else if (rank === this.rank && !this.subtypes.split('+').includes(subtype)) {
      this.subtypes += `+${subtype}`;
    }
  }
}

export function classify(trace: any, spec: any) {
  const judge = new Judge();
  for (const exchange of trace.exchanges) watch(judge, exchange, spec);
  const verdict = { class: RANKS[judge.rank], subtype: null as string | null, observability: null as string | null };
  if (judge.rank === 4) verdict.observability = judge.harmful ? 'fail-arbitrary' : 'fail-safe';
  else if (judge.rank === 1 && !judge.heardAgain) {
    verdict.class = 'crash';
    verdict.observability = trace.haltDetected === 'no' ? 'fail-silent' : trace.haltDetected === 'eventually' ? 'fail-noisy' : 'fail-stop';
  } else if (judge.rank > 0) verdict.subtype = judge.subtypes.includes('+') ? 'mixed' : judge.subtypes;
  return Object.freeze(verdict);
}

function watch(judge: Judge, { op, received, step, replies }: any, { earliest, latest, value, transitions }: any) {
  if (judge.silentSince && received) judge.heardAgain = true;
  if (step !== null && !transitions.map(String).includes([step[0], op, step[1]].join(','))) judge.note(3, 'state-transition');
  let told: number | undefined;
  for (const observer in replies) {
    const reply = replies[observer];
    if (reply === null) {
      judge.note(1, received ? 'send' : 'receive');
      judge.silentSince = true;
      continue;
    }
    if (reply.value === 'junk') {
      judge.note(4);
      continue;
    }
    if (!received || (told !== undefined && told !== reply.value)) judge.note(4);
    if (!received || reply.value !== value[op]) judge.harmful = true;
    told = reply.value;
    if (reply.value !== value[op]) judge.note(3, 'value');
    if (reply.after < earliest) judge.note(2, 'early');
    if (reply.after > latest) judge.note(2, 'late');
  }
}
