/** The application above the client: one call after the other. */
import type { Application, RequestTo } from '../../grader/sim/scenario.ts';

export const CLIENT = 'client';

/** How many calls were made, and whether the last one still waits for its result. */
interface CallsState {
  readonly [key: string]: number | boolean;
  readonly made: number;
  readonly open: boolean;
}

/** Makes a call for each operation. The next one comes at any moment after the last one has ended. */
export function callsOf(ops: readonly string[]): Application<CallsState> {
  const next = ({ made, open }: CallsState): readonly RequestTo[] => {
    const op = ops[made];
    return open || op === undefined ? [] : [{ process: CLIENT, request: { type: 'call', op } }];
  };
  return {
    watches: ['request', 'indicate'],
    first: { made: 0, open: false },
    observe(state, event) {
      if (event.kind === 'request') return { made: state.made + 1, open: true };
      return event.kind === 'indicate' && event.process === CLIENT ? { made: state.made, open: false } : state;
    },
    requests: next,
    insists: next,
  };
}
