import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabaseShelf } from './databaseShelf.ts';
import { fingerprint } from './fingerprint.ts';
import { NOTHING } from './merge.ts';
import type { Rows, Shelf } from './shelf.ts';
import { emptyDatabase, newBrowser } from './testBrowser.ts';

const answer = { question: 'partial-failure/1', chosen: 1, isRight: true, at: 5 };
const visit = { lesson: 'partial-failure', firstAt: 5, lastAt: 5 };

beforeEach(emptyDatabase);

async function rawPut(table: string, key: string, value: unknown): Promise<void> {
  const database = await openDB('faultline', 1);
  await database.put(table, value, key);
  database.close();
}

test('what one tab writes the other reads', async () => {
  const browser = newBrowser();
  const [one, other] = [browser.newTab(), browser.newTab()];

  await one.add('lessons', visit);
  await other.add('lessons', { ...visit, firstAt: 9, lastAt: 9, finishedAt: 9 });

  expect(await one.list('lessons')).toEqual([{ ...visit, lastAt: 9, finishedAt: 9 }]);
});

test('two tabs that write at once both leave their mark', async () => {
  const browser = newBrowser();
  const tabs = Array.from({ length: 4 }, () => browser.newTab());

  await Promise.all(
    tabs.flatMap((tab, index) =>
      ['a', 'b', 'c'].map((id, at) =>
        tab.add('best', { exercise: 'hamming', score: index, maxScore: 9, at, passed: [{ id: `${id}${index}`, at }] }),
      ),
    ),
  );

  const [best] = await browser.newTab().list('best');
  expect(best?.score).toBe(3);
  expect(best?.passed).toHaveLength(12);
});

test('a tab hears which tables another has changed', async () => {
  const browser = newBrowser();
  const [one, other] = [browser.newTab(), browser.newTab()];
  const heard = new Promise((resolve) => {
    other.subscribe(resolve);
  });

  await one.add('answers', answer);

  expect(await heard).toEqual(['answers']);
});

test('a record that cannot be read is set aside, and the rest is read', async () => {
  const tab = newBrowser().newTab();
  await tab.add('answers', answer);
  await rawPut('answers', 'partial-failure/2', { question: 'two' });

  expect(await tab.list('answers')).toEqual([answer]);
  expect(await tab.list('broken')).toEqual([{ table: 'answers', key: 'partial-failure/2', json: '{"question":"two"}' }]);
  expect(await tab.list('answers')).toEqual([answer]);
});

test('drafts of before are copied once, also those that cannot be read', async () => {
  const old = await openDB('faultline-drafts', 1, { upgrade: (database) => void database.createObjectStore('drafts') });
  await old.put('drafts', { version: 1, source: 'mine', starter: '// TODO' }, 'hamming');
  await old.put('drafts', 'scrap', 'tmr-voter');
  old.close();

  const tab = newBrowser().newTab();

  expect(await tab.list('drafts')).toMatchObject([{ exercise: 'hamming', source: 'mine', starter: fingerprint('// TODO') }]);
  expect(await tab.list('broken')).toEqual([{ table: 'drafts', key: 'tmr-voter', json: '"scrap"' }]);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['faultline']);
});

test('of a hundred snapshots and attempts, ten and fifty are kept', async () => {
  const tab = newBrowser().newTab();
  for (let at = 0; at < 100; at++) {
    await tab.add('snapshots', { exercise: 'hamming', source: `v${at}`, at, why: 'run', isKept: false });
    await tab.add('attempts', { exercise: 'hamming', at, verdict: 'failed', score: 0, maxScore: 9, checks: [], sha256: 'x' });
  }

  expect(await tab.list('snapshots')).toHaveLength(10);
  expect((await tab.list('attempts')).map(({ at }) => at).sort((a, b) => a - b)[0]).toBe(50);
});

test('forgetting leaves nothing, in any table', async () => {
  const tab = newBrowser().newTab();
  await tab.add('answers', answer);

  await tab.forget();

  expect(await tab.contents()).toEqual(NOTHING);
});

describe('a browser that refuses', () => {
  /** A database that refuses to be written in while `isFull`. */
  function moody(): { isFull: boolean; open: () => Promise<Shelf> } {
    const mood = {
      isFull: false,
      async open(): Promise<Shelf> {
        const shelf = await openDatabaseShelf(() => undefined);
        const put: Rows['put'] = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
        return { ...shelf, run: (mode, tables, job) => shelf.run(mode, tables, (rows) => job(mood.isFull ? { ...rows, put } : rows)) };
      },
    };
    return mood;
  }

  test('the page goes on with what it has, and says that nothing is kept', async () => {
    const tab = newBrowser().newTab(() => Promise.reject(new DOMException('no', 'SecurityError')));

    await tab.add('answers', answer);

    expect(await tab.list('answers')).toEqual([answer]);
    expect(tab.problem()).toMatchObject({ name: 'SecurityError' });
  });

  test('where it is full, what was kept before can still be read', async () => {
    const mood = moody();
    const tab = newBrowser().newTab(mood.open);
    await tab.add('answers', answer);

    mood.isFull = true;
    await tab.add('lessons', visit);

    expect(await tab.contents()).toMatchObject({ answers: [answer], lessons: [visit] });
    expect(tab.problem()).toMatchObject({ name: 'QuotaExceededError' });
  });

  test('when it accepts again, what was written meanwhile is kept, beside what another tab wrote', async () => {
    const mood = moody();
    const browser = newBrowser();
    const tab = browser.newTab(mood.open);
    mood.isFull = true;
    await tab.add('lessons', visit);
    await browser.newTab().add('answers', answer);

    mood.isFull = false;
    browser.setTime(100_000);
    await tab.list('lessons');

    expect(tab.problem()).toBeUndefined();
    expect(await browser.newTab().contents()).toMatchObject({ answers: [answer], lessons: [visit] });
  });
});
