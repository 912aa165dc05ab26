import type { Argument } from '../base/data.ts';
import { compile } from '../compile/compile.ts';
import { newEngine } from './engineForTests.ts';
import { newMeter, type Meter } from './meter.ts';
import type { Outcome } from './outcome.ts';
import { openSandbox, type Loaded, type Sandbox } from './sandbox.ts';

/** A submission that was loaded into a fresh sandbox of its own. */
export interface Running {
  readonly sandbox: Sandbox;
  readonly loaded: Loaded;
  readonly meter: Meter;
}

export async function load(source: string, meter: Meter = newMeter()): Promise<Running> {
  const compiled = compile(new TextEncoder().encode(source));
  if (compiled.kind === 'rejected') throw new Error(compiled.diagnostics[0]?.message);
  const sandbox = openSandbox(await newEngine(), meter);
  return { sandbox, loaded: sandbox.load(compiled.code), meter };
}

/** Loads a submission and calls its export `f`. */
export async function callF(source: string, ...args: readonly Argument[]): Promise<Outcome> {
  const { sandbox } = await load(source);
  return sandbox.call('f', args);
}
