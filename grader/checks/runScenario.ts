/** Explores one scenario for all the checks that are judged in it. */
import type { WrongRun } from '../base/report.ts';
import { explore } from '../explore/explore.ts';
import { replay, scheduleOf, type Replayed } from '../explore/replay.ts';
import { grouped } from '../base/grouped.ts';
import { MAX_CLOSURE_CALLS, MAX_CLOSURE_CALLS_AGAIN, MAX_GRADING_STEPS, MAX_STEPS, SMALL_WORLDS } from '../base/limits.ts';
import { shrink } from '../explore/shrink.ts';
import { WORK, type Promised } from '../explore/traceBuilder.ts';
import { randomWalks } from '../explore/walks.ts';
import { GradingEnded, type HiddenState } from '../sim/broken.ts';
import type { LearnerHandlers } from '../sim/processStates.ts';
import { hasClosure } from '../sim/closure.ts';
import type { Scenario } from '../sim/scenario.ts';
import { chanceFor } from '../sim/chance.ts';
import { newFolds, type Folds } from '../sim/watchers.ts';
import type { Known } from '../sim/rows.ts';
import { newWorld, type World } from '../sim/world.ts';
import { isProtocolCheck, type Exercise } from './exercise.ts';

/** How a promise fared in one scenario. */
export type Fared =
  | { readonly kind: 'kept' }
  | { readonly kind: 'broken'; readonly message: string; readonly run: WrongRun }
  /** A limit was reached first. */
  | { readonly kind: 'unknown'; readonly message: string };

export interface ScenarioResult {
  readonly worlds: number;
  readonly steps: number;
  /** Where it was sampled: how many runs were drawn. */
  readonly runs?: number;
  /** By check. */
  readonly fared: ReadonlyMap<string, Fared>;
  /** Some run had messages without end. */
  readonly isFlooded: boolean;
  /** What was found out of what may be left out, where that was tried. */
  readonly known?: Known;
  /** State outside of instances was found meanwhile. */
  readonly hidden?: HiddenState;
}

/** Every scenario of an exercise once, in the order of its checks, that of its work first. */
export function scenariosOf(exercise: Exercise): readonly Scenario[] {
  const judged = exercise.checks.flatMap((check) => (isProtocolCheck(check) ? check.judged.map((one) => one.scenario) : []));
  return [...new Set([...(exercise.work ? [exercise.work.scenario] : []), ...judged])];
}

export function promisesIn(exercise: Exercise, scenario: Scenario): readonly Promised[] {
  const { work } = exercise;
  const promises = exercise.checks.flatMap((check) =>
    isProtocolCheck(check)
      ? check.judged.flatMap((one) => (one.scenario === scenario ? [{ check: check.id, property: one.property }] : []))
      : [],
  );
  return work?.scenario === scenario ? [...promises, { check: WORK, property: work.done }] : promises;
}

export interface ScenarioOptions {
  /** Of the grading, for what is drawn at random. */
  readonly seed: number;
  readonly reduced?: boolean;
  /** Whether some run of an earlier scenario had messages without end. */
  readonly isFlooded?: boolean;
  /** Steps that are left of the grading's budget. */
  readonly maxSteps?: number;
  /** Whether messages that can do nothing any more may be left out; so unless said. */
  readonly trims?: boolean;
  /** What was found out of what may be left out in earlier scenarios. */
  readonly known?: readonly Known[];
  /** Checks of which nothing more need be known. */
  readonly decided?: ReadonlySet<string>;
  /** What monitors came to in other scenarios of the grading. */
  readonly folds?: Folds;
  readonly onProgress?: ((worlds: number, depth: number) => void) | undefined;
}

/**
 * Undefined where a handler ran away in a state in which its process may never be: to find out which messages matter, more states are tried than
 * there are. Then it is to be done again, without that, and with handlers that answer.
 */
export function runScenario(
  exercise: Exercise,
  scenario: Scenario,
  learner: LearnerHandlers,
  options: ScenarioOptions,
): ScenarioResult | undefined {
  const promises = promisesIn(exercise, scenario).filter(({ check }) => options.decided?.has(check) !== true);
  if (promises.length === 0) return { worlds: 0, steps: 0, fared: new Map(), isFlooded: false };
  const reduced = options.reduced ?? true;
  const properties = promises.map((one) => one.property);
  const sometimes = promises.reduce((bits, one, place) => (one.check === WORK ? bits | (1 << place) : bits), 0);
  const exploreOptions = { reduced, sometimes, onProgress: options.onProgress, isFlooded: options.isFlooded === true };
  const folds = options.folds ?? newFolds();
  const worldAnew = (): World => newWorld(scenario, properties, learner, folds);
  let world = worldAnew();
  let known: Known | undefined;
  const prepareTrim = (): void => {
    if (!hasClosure(scenario)) return;
    const most = (...tooMuch: Known[]): number =>
      options.known?.some((one) => tooMuch.includes(one)) === true ? MAX_CLOSURE_CALLS_AGAIN : MAX_CLOSURE_CALLS;
    known = world.prepareTrim(most('until faults stop', 'never'), most('never'));
  };
  const walks = scenario.sampledRuns === undefined ? undefined : randomWalks(chanceFor(options.seed, scenario.id), scenario.sampledRuns);
  let explored = explore(world, promises.length, {
    ...exploreOptions,
    walks,
    ...(reduced && !walks ? { bounds: { maxWorlds: SMALL_WORLDS } } : {}),
  });
  if (reduced && !walks && explored.kind === 'bounded' && !explored.ended) {
    const trims = options.trims !== false;
    const bounds = { maxSteps: Math.min(MAX_STEPS, options.maxSteps ?? MAX_STEPS) };
    // Where nothing can be left out, the search would only do again what it has done.
    const longer = trims && (hasClosure(scenario) || learner.isStopped) ? undefined : explored.goOn?.(bounds);
    if (longer) explored = longer;
    else {
      // To find out which messages matter costs handler calls, which small scenarios are not worth.
      world = worldAnew();
      const end = trims ? endOf(prepareTrim) : undefined;
      if (trims && learner.isStopped) return undefined;
      explored = end
        ? { ...explored, found: new Map(), witnessed: 0, ended: end }
        : explore(world, promises.length, { ...exploreOptions, bounds });
    }
  }
  const { worlds, steps, found, witnessed, kind, ended } = explored;
  const fared = new Map<string, Fared>();
  const judge = ({ check }: Promised, place: number): void => {
    const one = found.get(place);
    if (one && !(sometimes & witnessed & (1 << place))) {
      const own = promises.filter((other) => other.check === check);
      const choices = scheduleOf(world, one, reduced);
      const least = walks ? shrink(world, own, check, one, reduced) : choices;
      const foundSteps = walks ? stepsOf(replay(world, own, choices)) : undefined;
      const schedule = [...prefixOf(exercise, scenario, check), ...least].join('.');
      fared.set(check, brokenIn(replay(worldAnew(), own, least), schedule, scenario, foundSteps));
    } else if (kind !== 'bounded') fared.set(check, fared.get(check) ?? { kind: 'kept' });
    else if (fared.get(check)?.kind !== 'broken')
      fared.set(check, { kind: 'unknown', message: ended?.message ?? boundedText(worlds, steps, scenario, options.maxSteps) });
  };
  // To number the steps of a schedule, handlers are called that the search could do without.
  const end = endOf(() => promises.forEach(judge)) ?? ended;
  for (const { check } of promises) if (!fared.has(check)) fared.set(check, { kind: 'unknown', message: end?.message ?? '' });
  return {
    worlds,
    steps,
    fared,
    isFlooded: explored.isFlooded,
    ...(known ? { known } : {}),
    ...(walks ? { runs: walks.done } : {}),
    ...(end?.hidden ? { hidden: end.hidden } : {}),
  };
}

/** What ended the whole grading in the middle of some work. */
function endOf(work: () => void): GradingEnded | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof GradingEnded) return error;
    throw error;
  }
  return undefined;
}

function stepsOf(replayed: Replayed): number {
  return replayed.kind === 'replayed' ? replayed.steps : 0;
}

function brokenIn(replayed: Replayed, schedule: string, scenario: Scenario, foundSteps: number | undefined): Fared {
  const [violation] = replayed.kind === 'replayed' ? replayed.violations : [];
  if (replayed.kind !== 'replayed' || !violation) throw new Error(`the schedule ${schedule} breaks nothing, though the search says so`);
  return {
    kind: 'broken',
    message: `${violation.message} (${scenario.plan}.)`,
    run: { kind: 'run', schedule, foundSteps: foundSteps ?? replayed.steps, trace: replayed.trace },
  };
}

/** What stands before the choices of a schedule: the places of the scenario and of the check; behind the last check stands the work. */
function prefixOf(exercise: Exercise, scenario: Scenario, check: string): readonly [number, number] {
  const place = exercise.checks.findIndex((one) => one.id === check);
  return [scenariosOf(exercise).indexOf(scenario), place < 0 ? exercise.checks.length : place];
}

/** The scenario and the promises that a schedule with this beginning is about; undefined where there are none. */
export function readPrefix(
  exercise: Exercise,
  scenarioPlace: number,
  checkPlace: number,
): { scenario: Scenario; promises: readonly Promised[] } | undefined {
  const scenario = scenariosOf(exercise)[scenarioPlace];
  const check = checkPlace === exercise.checks.length ? WORK : exercise.checks[checkPlace]?.id;
  const promises = scenario ? promisesIn(exercise, scenario).filter((one) => one.check === check) : [];
  return scenario && promises.length > 0 ? { scenario, promises } : undefined;
}

/** `maxSteps`: what was left of the grading's budget. */
function boundedText(worlds: number, steps: number, { plan }: Scenario, maxSteps = MAX_STEPS): string {
  const far = `after ${grouped(worlds)} situations and ${grouped(steps)} steps not every schedule was tried (${plan})`;
  const why =
    maxSteps < MAX_STEPS
      ? `The ${grouped(MAX_GRADING_STEPS)} steps of a grading were used up, most of them by other schedules: ${far}.`
      : `A limit was reached first: ${far}.`;
  return `${why} Nothing wrong was found in those. A protocol that counts or sends without bound, or remembers more than it needs, has far more of them.`;
}
