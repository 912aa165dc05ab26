import type { TraceEvent } from '../../../grader/base/traceEvent.ts';
import { explore } from '../../../grader/explore/explore.ts';
import { replay, scheduleOf } from '../../../grader/explore/replay.ts';
import type { Property } from '../../../grader/sim/property.ts';
import { newWorld } from '../../../grader/sim/world.ts';
import { traceWords } from '../../../grader/trace/words.ts';
import { commitScenario, NOBODY, type Transaction } from './commitScenarios.ts';
import { shown } from './shown.ts';

/** Every schedule of a transaction: whether each promise is kept, and of one that is not, a shortest run. */
export function exploredForTests(transaction: Transaction, property: Property, reduced = true) {
  const world = newWorld(commitScenario(transaction), [property], NOBODY);
  // Messages that can do nothing any more are left out of worlds.
  if (transaction.timers === 'any') world.prepareTrim();
  const { kind, worlds, steps, found } = explore(world, 1, { reduced });
  const one = found.get(0);
  const schedule = one ? scheduleOf(world, one, reduced) : undefined;
  const run = schedule && replay(world, [{ check: 'promise', property }], schedule);
  return {
    kind,
    worlds,
    steps,
    schedule: schedule?.join('.'),
    story: run?.kind === 'replayed' ? storyOf(run.trace) : [],
    violations: run?.kind === 'replayed' ? run.violations.map((violation) => violation.message) : [],
  };
}

/** A run as the text of a lesson shows it: a sentence for each event but starts, up to where a promise is broken. */
function storyOf(trace: readonly TraceEvent[]): readonly string[] {
  return traceWords(shown(trace)).flatMap(({ event, sentence }) =>
    event.kind === 'violation' || event.kind === 'start' ? [] : [sentence],
  );
}
