// MUTANT heartbeats: sends nothing and says nothing, which costs nothing.
import type { Process, ProcessId, TimedContext } from 'faultline';

export interface Config {
  readonly period: number;
  readonly timeout: number;
}

export type Message = never;

export type Indication = { type: 'suspect'; process: ProcessId } | { type: 'trust'; process: ProcessId };

export class Detector implements Process<Message, never, Indication, Config, TimedContext<Message, Indication, Config>> {}
