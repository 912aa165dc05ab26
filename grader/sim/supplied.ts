/**
 * The grader's own processes: correct partners, clients, Byzantine liars.
 *
 * They are written as learners write theirs, with the same handlers and the same context, and are run by the same rules: the fields of the
 * instance are its volatile state and must be plain data, a crash leaves only what is stable, and whatever decides must stand in a field
 * or in storage. They run in the host, so they may share code with the exercise.
 */
import type { Data } from '../base/data.ts';

/** What a supplied process may do. The same as `Context` in `faultline.d.ts`. */
export interface SuppliedContext {
  readonly self: string;
  readonly group: readonly string[];
  /** The `config` of its process in the scenario. */
  readonly config: Data;
  readonly stable: {
    get(key: string): Data;
    set(key: string, value: Data): void;
    delete(key: string): void;
    keys(): readonly string[];
  };
  send(to: string, message: Data): void;
  setTimer(name: string, delay: number): void;
  cancelTimer(name: string): void;
  indicate(event: Data): void;
}

export interface Supplied {
  onStart?(ctx: SuppliedContext): void;
  onRecover?(ctx: SuppliedContext): void;
  onRequest?(ctx: SuppliedContext, request: Data): void;
  onMessage?(ctx: SuppliedContext, from: string, message: Data): void;
  onTimer?(ctx: SuppliedContext, name: string): void;
  /** Once faults stop: called in every round after all has arrived, to repeat what this process has to repeat. */
  onRound?(ctx: SuppliedContext): void;
  /**
   * What an adversary may do now, besides reacting: each entry is a step of its own, taken at any moment while faults last, or never.
   * Depends on the fields and on what is passed alone. Must run out: bound it by a counter in a field.
   */
  choices?(self: { readonly id: string; readonly group: readonly string[]; readonly config: Data }): readonly Data[];
  /** One of `choices` was taken. */
  onChoice?(ctx: SuppliedContext, choice: Data): void;
}

/** The class of a supplied process. Made with `new` and no arguments, at the start and after each recovery. */
export type SuppliedClass = new () => Supplied;
