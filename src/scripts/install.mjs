// Installs the locked dependencies where they are missing or no longer those of the lock file, and bundles the grader where its sources changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command in the project's root with its output on this terminal. Returns whether it succeeded. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status === 0;
}

/** Runs a program that an installed package brings. */
export function runTool(name, args, env) {
  return run(process.execPath, [toolPath(name), ...args], env);
}

/** The script behind a package's command, started by Node itself so that it works alike on every system. */
export function toolPath(name) {
  const [folder] = PACKAGES_OF_TOOLS[name] ?? [name];
  const manifest = JSON.parse(readFileSync(join(ROOT, 'node_modules', folder, 'package.json'), 'utf8'));
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name];
  return join(ROOT, 'node_modules', folder, script);
}

const PACKAGES_OF_TOOLS = { docusaurus: ['@docusaurus/core'], tsc: ['typescript'] };

/** Installs from the lock file if need be. Returns whether everything is there. */
export function install() {
  return once('install', ['package.json', 'package-lock.json'], ['node_modules/@docusaurus/core/package.json'], () => {
    console.log('Installing the dependencies of package-lock.json …');
    // The lock file decides, and a script of package.json would bundle what is bundled below.
    return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  });
}

/** Bundles the command line and the worker if need be. */
export function bundle() {
  const outputs = ['dist/faultline.js', 'dist/worker.js', 'dist/quickjs.wasm'];
  return once('bundle', ['package.json', 'package-lock.json', 'grader', 'exercises', 'src/scripts'], outputs, () =>
    run(process.execPath, ['src/scripts/bundle.mjs']),
  );
}

/** Builds the site if need be. */
export function buildSite() {
  const inputs = ['package-lock.json', 'docusaurus.config.ts', 'sidebars.ts', 'docs', 'exercises', 'grader', 'src', 'static'];
  return once('site', inputs, ['build/index.html'], () => runTool('docusaurus', ['build'], { NODE_ENV: 'production' }));
}

/**
 * Does `work` unless it was done for the same bytes of `inputs` and its `outputs` are still there. What was done is noted in
 * node_modules, which goes when what was installed goes.
 */
function once(name, inputs, outputs, work) {
  const stamp = join(ROOT, 'node_modules', '.faultline', name);
  const state = fingerprint(inputs);
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === state;
  if (done && outputs.every((path) => existsSync(join(ROOT, path)))) return true;
  if (!work()) return false;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
  return true;
}

function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap(filesIn))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  return hash.digest('hex');
}

/** The files at or below a path, without tests, which no build reads. */
function filesIn(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .filter((name) => !name.endsWith('.test.ts'))
    .flatMap((name) => filesIn(join(path, name)));
}
