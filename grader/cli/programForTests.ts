/** The program as its users start it: the bundle, in a process of its own. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROGRAM = fileURLToPath(new URL('../../dist/faultline.js', import.meta.url));

export function faultline(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, XDG_STATE_HOME: join(cwd, 'state'), ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

export interface Running {
  readonly child: ChildProcess;
  /** What it has said on standard error. */
  readonly said: () => string;
  /** Its exit code; undefined where it was killed. */
  readonly ended: Promise<number | undefined>;
}

export function startFaultline(cwd: string, args: readonly string[]): Running {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.resume();
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  return { child, said: () => said, ended: new Promise((resolve) => child.once('exit', (code) => resolve(code ?? undefined))) };
}

/** Every file below a folder with its bytes. */
export function bytesIn(folder: string): Record<string, string> {
  return Object.fromEntries(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')]));
}

/** When every file below a folder was last written. */
export function writtenAt(folder: string): Record<string, number> {
  return Object.fromEntries(filesIn(folder).map((file) => [file, statSync(join(folder, file)).mtimeMs]));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}
