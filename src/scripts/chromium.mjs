// Finds a Chromium for the browser tests and the bench, or installs Debian's where that is possible.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installFromDebian } from './debian.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags under which a headless Chromium starts in a container and calls nobody. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium, or undefined where there is none. */
export async function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    console.error(`CHROME_PATH names ${named}, which is not there; looking elsewhere.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const system = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES].find((path) => existsSync(path));
  return system ?? (await playwrights());
}

async function playwrights() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

/** The path of a Chromium, installed from Debian's packages if need be and possible. Says how to get one where it returns undefined. */
export async function haveChromium() {
  const found = await findChromium();
  if (found) return found;
  if (installFromDebian('chromium')) return findChromium();
  console.error(
    'The browser tests need a Chromium: install one (on Debian or Ubuntu: sudo apt-get install chromium) or set CHROME_PATH to yours.',
  );
  return undefined;
}
