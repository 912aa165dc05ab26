/** What a check of a protocol comes to, from how its promises fared in each of its scenarios. */
import type { CheckResult, Evidence } from '../base/report.ts';
import { WORK } from '../explore/traceBuilder.ts';
import type { Scenario } from '../sim/scenario.ts';
import type { Exercise, ProtocolCheck } from './exercise.ts';
import type { Fared, ScenarioResult } from './runScenario.ts';

export function protocolResult(exercise: Exercise, check: ProtocolCheck, results: ReadonlyMap<Scenario, ScenarioResult>): CheckResult {
  const { id, title, kind, points: maxPoints } = check;
  const scenarios = [...new Set(check.judged.map((one) => one.scenario))];
  const fared = scenarios.flatMap((scenario) => results.get(scenario)?.fared.get(id) ?? []);
  const broken = fared.find((one) => one.kind === 'broken');
  const unknown = fared.find((one) => one.kind === 'unknown');
  const work = kind === 'safety' || kind === 'cost' ? workOf(exercise, results) : undefined;
  const facts = { id, title, kind };
  const evidence = evidenceOf(scenarios, results);
  const verdict: Fared | undefined = broken ?? unknown ?? work;
  if (!verdict || verdict.kind === 'kept') return { ...facts, points: maxPoints, maxPoints, status: 'passed', evidence };
  if (verdict.kind === 'unknown') return { ...facts, points: 0, maxPoints, status: 'inconclusive', evidence, message: verdict.message };
  const message =
    verdict === work
      ? `Nothing breaks this promise, but the work is not done either, so it counts for nothing. ${verdict.message}`
      : verdict.message;
  return { ...facts, points: 0, maxPoints, status: 'failed', evidence, message, counterexample: verdict.run };
}

function workOf({ work }: Exercise, results: ReadonlyMap<Scenario, ScenarioResult>): Fared | undefined {
  return work && results.get(work.scenario)?.fared.get(WORK);
}

/** What was exhausted where anything was; what was only sampled besides stands in the check's title. */
function evidenceOf(scenarios: readonly Scenario[], results: ReadonlyMap<Scenario, ScenarioResult>): Evidence {
  const ran = scenarios.flatMap((scenario) => results.get(scenario) ?? []);
  const exhausted = ran.filter((one) => one.runs === undefined);
  if (exhausted.length === 0) return { method: 'sampled', runs: ran.reduce((sum, one) => sum + (one.runs ?? 0), 0) };
  return {
    method: 'exhaustive',
    states: exhausted.reduce((sum, one) => sum + one.worlds, 0),
    transitions: exhausted.reduce((sum, one) => sum + one.steps, 0),
  };
}
