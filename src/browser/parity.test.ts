/** One grader: every file of the catalogue has the same report in Node and in Chromium, byte for byte. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, beforeAll, afterAll } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { EXERCISES } from '../../exercises/index.ts';
import { readExerciseFiles } from '../../exercises/readFiles.ts';
import { reportText } from '../../grader/report/json.ts';
import { newGrader, type Grader } from '../../grader/worker/client.ts';
import { nodeThread } from '../../grader/worker/nodeThread.ts';
import type { Report } from '../../grader/base/report.ts';
import type { Replay } from '../../grader/grade/replaying.ts';
import type { Answer } from '../../grader/worker/protocol.ts';
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

/** Workers of the page that grade at once: as many as a small machine has cores. */
const WORKERS = 2;
const turns: Promise<unknown>[] = Array.from({ length: WORKERS }, () => Promise.resolve());
let nextWorker = 0;

/** What one of the site's workers answers. They live as long as the page: a new one for each file would take longer to start than to grade. */
function askInChromium(message: object): Promise<Answer> {
  const at = nextWorker;
  nextWorker = (nextWorker + 1) % WORKERS;
  return inTurn(at, () => askWorker(at, message));
}

function inTurn<T>(at: number, ask: () => Promise<T>): Promise<T> {
  const turn = (turns[at] ?? Promise.resolve()).then(ask);
  turns[at] = turn.catch(() => undefined);
  return turn;
}

function askWorker(at: number, message: object): Promise<Answer> {
  return page.evaluate(
    ([url, place, asked]) => {
      const holder = globalThis as typeof globalThis & { gradersOfTheTest?: Worker[]; asked?: number };
      const workers = (holder.gradersOfTheTest ??= []);
      const worker = (workers[place] ??= new Worker(url));
      const id = (holder.asked = (holder.asked ?? 0) + 1);
      return new Promise<Answer>((resolve, reject) => {
        worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
        worker.addEventListener('message', function listen(event: MessageEvent<Answer>) {
          const answer = event.data;
          if (!('id' in answer) || answer.id !== id || !['report', 'replayed', 'fault'].includes(answer.kind)) return;
          worker.removeEventListener('message', listen);
          resolve(answer);
        });
        const source = 'text' in asked ? { source: new TextEncoder().encode(String(asked.text)) } : {};
        worker.postMessage({ ...asked, ...source, id });
      });
    },
    [workerUrl, at, message] as const,
  );
}

/** The report that the audit of this very run has left, or a new one. */
async function gradeInNode(exercise: string, text: string): Promise<Report> {
  const name = `${exercise}-${createHash('sha256').update(text).digest('hex')}.json`;
  const kept = join(process.env['FAULTLINE_AUDIT_REPORTS'] ?? '', name);
  if (process.env['FAULTLINE_AUDIT_REPORTS'] !== undefined && existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Report;
  return inTurn(WORKERS, () => node.grade({ exercise, source: new TextEncoder().encode(text), seed: 1 }));
}

async function gradeInChromium(exercise: string, text: string): Promise<Report> {
  const answer = await askInChromium({ kind: 'grade', exercise, text, seed: 1 });
  if (answer.kind !== 'report') throw new Error(JSON.stringify(answer));
  return answer.report;
}

async function replayInChromium(exercise: string, text: string, schedule: string): Promise<Replay> {
  const answer = await askInChromium({ kind: 'replay', exercise, text, schedule });
  if (answer.kind !== 'replayed') throw new Error(JSON.stringify(answer));
  return answer.replay;
}

describe.each(EXERCISES.map(({ id }) => id))('%s', (id) => {
  const { starter, solution, mutants } = readExerciseFiles(new URL('../../exercises/', import.meta.url), id);
  const files = [{ name: 'starter.ts', text: starter }, { name: 'solution.ts', text: solution }, ...mutants];

  test.concurrent.each(files.map(({ name, text }) => [name, text] as const))(
    '%s has one report, and its schedules one trace',
    async (_name, text) => {
      const source = new TextEncoder().encode(text);
      const [inNode, inChromium] = await Promise.all([gradeInNode(id, text), gradeInChromium(id, text)]);

      expect(reportText(inChromium)).toBe(reportText(inNode));

      for (const { id: check, counterexample } of inNode.checks) {
        if (counterexample?.kind !== 'run') continue;
        const { schedule, trace } = counterexample;
        const replays = await Promise.all([
          inTurn(WORKERS, () => node.replay({ exercise: id, source, schedule })),
          replayInChromium(id, text, schedule),
        ]);
        for (const replay of replays) {
          expect(replay).toMatchObject({ kind: 'replayed', trace });
          // Whoever does none of the work may break no promise: then the trace says that.
          expect(trace.some((event) => event.kind === 'violation' && [check, 'work'].includes(event.check))).toBe(true);
        }
      }
    },
  );
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
