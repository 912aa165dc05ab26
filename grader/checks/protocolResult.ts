/** What a check of a protocol comes to, from how its promises fared in each of its scenarios. */
import type { CheckResult, Evidence } from '../base/report.ts';
import { WORK } from '../explore/traceBuilder.ts';
import type { Scenario } from '../sim/scenario.ts';
import { isProtocolCheck, type Exercise, type ProtocolCheck } from './exercise.ts';
import type { Fared, ScenarioResult } from './runScenario.ts';

export function protocolResult(exercise: Exercise, check: ProtocolCheck, results: ReadonlyMap<Scenario, ScenarioResult>): CheckResult {
  const { id, title, kind, points: maxPoints } = check;
  const scenarios = scenariosFor(check);
  const fared = scenarios.flatMap((scenario) => results.get(scenario)?.fared.get(id) ?? []);
  const broken = fared.find((one) => one.kind === 'broken');
  const unknown = fared.find((one) => one.kind === 'unknown');
  const work = kind === 'safety' || kind === 'cost' ? workOf(exercise, results) : undefined;
  const facts = { id, title, kind };
  const evidence = evidenceOf(id, scenarios, results);
  const verdict: Fared | undefined = broken ?? unknown ?? work;
  if (!verdict || verdict.kind === 'kept') return { ...facts, points: maxPoints, maxPoints, status: 'passed', evidence };
  if (verdict.kind === 'unknown') return { ...facts, points: 0, maxPoints, status: 'inconclusive', evidence, message: verdict.message };
  const message =
    verdict === work
      ? `Nothing breaks this promise, but the work is not done either, so it counts for nothing. ${verdict.message}`
      : verdict.message;
  return { ...facts, points: 0, maxPoints, status: 'failed', evidence, message, counterexample: verdict.run };
}

/** The checks of an exercise that a scenario can say nothing new of: one that stands before it in their lists has broken them, and the first one is told. */
export function decidedBefore(exercise: Exercise, scenario: Scenario, results: ReadonlyMap<Scenario, ScenarioResult>): ReadonlySet<string> {
  const decided = exercise.checks.filter(isProtocolCheck).filter((check) => {
    const scenarios = scenariosFor(check);
    const before = scenarios.slice(0, Math.max(0, scenarios.indexOf(scenario)));
    return before.some((one) => results.get(one)?.fared.get(check.id)?.kind === 'broken');
  });
  return new Set(decided.map(({ id }) => id));
}

function scenariosFor(check: ProtocolCheck): readonly Scenario[] {
  return [...new Set(check.judged.map((one) => one.scenario))];
}

function workOf({ work }: Exercise, results: ReadonlyMap<Scenario, ScenarioResult>): Fared | undefined {
  return work && results.get(work.scenario)?.fared.get(WORK);
}

/** What was exhausted for a check where anything was; what was only sampled besides stands in its title. */
function evidenceOf(check: string, scenarios: readonly Scenario[], results: ReadonlyMap<Scenario, ScenarioResult>): Evidence {
  const ran = scenarios.flatMap((scenario) => results.get(scenario) ?? []).filter(({ fared }) => fared.has(check));
  const exhausted = ran.filter((one) => one.runs === undefined);
  if (exhausted.length === 0) return { method: 'sampled', runs: ran.reduce((sum, one) => sum + (one.runs ?? 0), 0) };
  return {
    method: 'exhaustive',
    states: exhausted.reduce((sum, one) => sum + one.worlds, 0),
    transitions: exhausted.reduce((sum, one) => sum + one.steps, 0),
  };
}
