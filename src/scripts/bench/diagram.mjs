// What a long run costs to draw, and each step through it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { haveChromium } from '../chromium.mjs';
import { ROOT } from '../install.mjs';
import { openBlankPage } from './blankPage.mjs';
import { timesRow } from './counts.mjs';

const EVENTS = 500;
const TURNS = 12;

export async function diagram() {
  const executablePath = await haveChromium();
  if (!executablePath) process.exit(1);
  const outfile = join(ROOT, 'node_modules', '.faultline', 'bench', 'diagramPage.js');
  await build({
    entryPoints: [fileURLToPath(new URL('diagramPage.mjs', import.meta.url))],
    outfile,
    bundle: true,
    format: 'iife',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  const page = await openBlankPage(executablePath, {});
  console.log(`\nA diagram of ${EVENTS} events in Chromium (ms; goals: drawn in 50, each step in 16)`);
  try {
    await page.load(outfile);
    await page.evaluate(([events]) => globalThis.measureDiagram(events, 3), [EVENTS]);
    const { draws, steps } = await page.evaluate(([events, turns]) => globalThis.measureDiagram(events, turns), [EVENTS, TURNS]);
    timesRow('drawn', draws);
    timesRow('a step', steps);
  } finally {
    await page.close();
  }
}
