/** One grader: every file of the catalogue has the same report in Node and in Chromium, byte for byte. */
import { readFileSync } from 'node:fs';
import { describe, expect, test, beforeAll, afterAll } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { EXERCISES } from '../../exercises/index.ts';
import { readExerciseFiles } from '../../exercises/readFiles.ts';
import { reportText } from '../../grader/report/json.ts';
import { newGrader, type Grader } from '../../grader/worker/client.ts';
import { nodeThread } from '../../grader/worker/nodeThread.ts';
import type { Report } from '../../grader/base/report.ts';
import { launch, openPage } from './openPage.ts';
import { workbenchOn } from './workbenchPage.ts';

let browser: Browser;
let page: Page;
let workerUrl: string;
let node: Grader;

beforeAll(async () => {
  node = newGrader((events) => nodeThread(new URL('../../dist/worker.js', import.meta.url), events));
  browser = await launch();
  ({ page } = await openPage(browser, '/exercises/hamming'));
  const workbench = workbenchOn(page, 'Hamming (7,4) and SECDED');
  await workbench.wake();
  await workbench.run();
  await workbench.summary();
  // The worker of the site itself, as it was bundled: the one that is neither Monaco's editor nor its TypeScript.
  workerUrl = await graderUrl(page);
});

afterAll(async () => {
  node.stop();
  await browser.close();
});

async function graderUrl(on: Page): Promise<string> {
  const urls = on.workers().map((worker) => worker.url());
  const found = await on.evaluate(async (candidates) => {
    const answers = await Promise.all(
      candidates.map(
        (url) =>
          new Promise<boolean>((resolve) => {
            const worker = new Worker(url);
            setTimeout(() => resolve(false), 5000);
            worker.addEventListener('message', (event: MessageEvent<{ kind?: string }>) => resolve(event.data.kind === 'ready'));
          }),
      ),
    );
    return candidates.find((_, at) => answers[at]);
  }, urls);
  if (found === undefined) throw new Error(`none of ${urls.join(', ')} is the grader`);
  return found;
}

/** The report that the site's worker makes, in a thread of its own. */
function gradeInChromium(exercise: string, source: string): Promise<Report> {
  return page.evaluate(
    ([url, id, text]) =>
      new Promise<Report>((resolve, reject) => {
        const worker = new Worker(url);
        worker.addEventListener('error', (event) => reject(new Error(event.message)));
        worker.addEventListener('message', (event: MessageEvent<{ kind: string; report: Report; message: string }>) => {
          const { kind, report, message } = event.data;
          if (kind === 'report') resolve(report);
          if (kind === 'fault') reject(new Error(message));
          if (kind === 'report' || kind === 'fault') worker.terminate();
        });
        worker.postMessage({ kind: 'grade', id: 1, exercise: id, source: new TextEncoder().encode(text), seed: 1 });
      }),
    [workerUrl, exercise, source] as const,
  );
}

describe.each(EXERCISES.map(({ id }) => id))('%s', (id) => {
  const { starter, solution, mutants } = readExerciseFiles(new URL('../../exercises/', import.meta.url), id);
  const files = [{ name: 'starter.ts', text: starter }, { name: 'solution.ts', text: solution }, ...mutants];

  test.each(files.map(({ name, text }) => [name, text] as const))('%s has one report', async (_name, text) => {
    const [inNode, inChromium] = await Promise.all([
      node.grade({ exercise: id, source: new TextEncoder().encode(text), seed: 1 }),
      gradeInChromium(id, text),
    ]);

    expect(reportText(inChromium)).toBe(reportText(inNode));
  });
});

/** Sources whose end is a limit of the sandbox: the limits, too, are the same everywhere. */
describe('limits', () => {
  const solution = readFileSync(new URL('../../exercises/hamming/solution.ts', import.meta.url), 'utf8');
  const inDecode = (code: string): string => solution.replace('const bits = bitsOf(word, 7);', `${code}\n  const bits = bitsOf(word, 7);`);

  test.each([
    ['an endless loop', inDecode('for (;;) {}')],
    ['an endless loop at the top level', `${solution}\nfor (;;) {}`],
    ['an endless recursion', inDecode('(function deeper(): void { deeper(); })();')],
    [
      'a recursion that is caught',
      inDecode('let depth = 0; try { (function deeper(): void { depth++; deeper(); })(); } catch {} console.log(depth > 100);'),
    ],
    ['a bomb of strings', inDecode('const list: string[] = []; for (;;) list.push("ab".repeat(1000) + list.length);')],
    ['a catastrophic regular expression', inDecode('/^(a+)+$/.test("a".repeat(50) + "b");')],
    ['a flood of output', inDecode('for (;;) console.log(word);')],
    [
      'a nested value made into JSON',
      inDecode('let value: unknown = 0; for (let i = 0; i < 1e5; i++) value = [value]; JSON.stringify(value);'),
    ],
  ])('%s has one report', async (_name, text) => {
    const [inNode, inChromium] = await Promise.all([
      node.grade({ exercise: 'hamming', source: new TextEncoder().encode(text), seed: 1 }),
      gradeInChromium('hamming', text),
    ]);

    expect(inNode.verdict).not.toBe('inconclusive');
    expect(reportText(inChromium)).toBe(reportText(inNode));
  });
});
