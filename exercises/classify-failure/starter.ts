export interface Spec {
  /** A reply is in time if it comes at least `earliest` and at most `latest` milliseconds after its request. */
  readonly earliest: number;
  readonly latest: number;
  /** The right value of the reply to each operation. */
  readonly value: { readonly [op: string]: number };
  /** The allowed steps of the server: in state [0], operation [1] may lead to state [2]. */
  readonly transitions: readonly (readonly [string, string, string])[];
}

export interface Reply {
  /** 'junk': every observer can tell that this is no reply at all (a failed checksum, say). */
  readonly value: number | 'junk';
  /** Milliseconds after the request. */
  readonly after: number;
}

export interface Exchange {
  readonly op: string;
  /** The server's log shows the request. */
  readonly received: boolean;
  /** The step in the server's log, from state [0] to state [1]; null where it shows none, which is no deviation. */
  readonly step: readonly [string, string] | null;
  /** For each observer what reached it; null for nothing. */
  readonly replies: { readonly [observer: string]: Reply | null };
}

export interface Trace {
  readonly exchanges: readonly Exchange[];
  /** How the others learn that the server has halted. Means nothing unless the class is crash. */
  readonly haltDetected: 'reliably' | 'eventually' | 'no';
}

export interface Verdict {
  readonly class: 'none' | 'crash' | 'omission' | 'timing' | 'response' | 'arbitrary';
  readonly subtype: 'receive' | 'send' | 'early' | 'late' | 'value' | 'state-transition' | 'mixed' | null;
  readonly observability: 'fail-stop' | 'fail-noisy' | 'fail-silent' | 'fail-safe' | 'fail-arbitrary' | null;
}

/** The class, the subtype and the observability of the failure that the trace shows. */
export function classify(trace: Trace, spec: Spec): Verdict {
  for (const exchange of trace.exchanges) {
    for (const reply of Object.values(exchange.replies)) {
      // TODO: silence has many causes. What else in the trace tells a server that is gone from one that will speak again?
      if (reply === null) return { class: 'crash', subtype: null, observability: 'fail-silent' };
      // TODO: one wrong number may be the least of what is wrong here. Who else was told what?
      if (reply.value !== spec.value[exchange.op]) return { class: 'response', subtype: 'value', observability: null };
    }
  }
  return { class: 'arbitrary', subtype: null, observability: 'fail-arbitrary' };
}
