/** What the worlds of a scenario are made of, and where it stands in their rows. */
import { newBudgets, type Budgets } from './budgets.ts';
import { newNetwork, type Envelope, type Network } from './network.ts';
import { newProcessEvents, type ProcessEvent, type ProcessEvents } from './processEvents.ts';
import { newProcessStates, type LearnerHandlers, type ProcessStates } from './processStates.ts';
import type { Property } from './property.ts';
import type { FaultPlan, Scenario } from './scenario.ts';
import { newSeenLists, type SeenLists } from './seenLists.ts';
import { newSites, type Sites } from './sites.ts';
import { isSeenBy, newWatchers, type Folds, type Watchers } from './watchers.ts';

export interface WorldParts {
  readonly scenario: Scenario;
  readonly names: readonly string[];
  readonly budgets: Budgets;
  readonly events: ProcessEvents;
  readonly states: ProcessStates;
  readonly network: Network;
  readonly sites: Sites;
  readonly seenLists: SeenLists;
  readonly watchers: Watchers;
  /** The event that a message is at its destination. */
  arrival(envelope: Envelope): ProcessEvent;
  /** Whether anything is judged once faults have stopped. */
  readonly hasEnd: boolean;
  /** Places in a row. The sites stand first, one for each process; all before `focus` is what carrying on needs; the budgets stand last. */
  readonly watch: number;
  readonly focus: number;
  readonly base: number;
  /** Integers of a row. */
  readonly width: number;
}

/** How often timers of one process go off before faults stop, where the plan does not say. */
const DEFAULT_FIRINGS = 2;

export function newWorldParts(scenario: Scenario, properties: readonly Property[], learner: LearnerHandlers, folds: Folds): WorldParts {
  const { processes, application } = scenario;
  const names = processes.map((plan) => plan.id);
  const watching = application ? [application, ...properties] : properties;
  const seenLists = newSeenLists(names, (event) => watching.some((watcher) => isSeenBy(watcher, event)), folds.lists);
  const network = newNetwork();
  const events = newProcessEvents();
  const budgets = newBudgets(countersOf(scenario));
  const states = newProcessStates(scenario, learner, network, seenLists);
  const arrivals: ProcessEvent[] = [];
  const arrival = (envelope: Envelope): ProcessEvent =>
    (arrivals[envelope.id] ??= events.message(names[envelope.from] ?? '', envelope.message));
  const count = processes.length;
  return {
    scenario,
    names,
    budgets,
    events,
    network,
    sites: newSites(network, states, events, arrival),
    seenLists,
    states,
    watchers: newWatchers(application, properties, folds),
    arrival,
    hasEnd: properties.some((property) => property.atEnd !== undefined),
    watch: count,
    focus: count + 1,
    base: count + 2,
    width: count + 2 + budgets.words,
  };
}

function countersOf({ processes, faults, timers }: Scenario): Map<string, number> {
  const counters = new Map<string, number>();
  processes.forEach(({ id }, process) => {
    counters.set(`crashes ${process}`, faults.crashes?.[id] ?? 0);
    counters.set(`firings ${process}`, timers === 'any' ? firingsOf(faults, id) : 0);
  });
  counters.set('crashes in all', faults.crashesInAll ?? 0);
  counters.set('recoveries', faults.recoveries ?? 0);
  counters.set('losses', faults.losses ?? 0);
  counters.set('duplicates', faults.duplicates ?? 0);
  return counters;
}

function firingsOf({ firings = DEFAULT_FIRINGS }: FaultPlan, id: string): number {
  return typeof firings === 'number' ? firings : (firings[id] ?? DEFAULT_FIRINGS);
}
