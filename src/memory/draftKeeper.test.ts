import { beforeEach, expect, test, vi } from 'vitest';
import { newDraftKeeper, type DraftKeeper } from './draftKeeper.ts';
import type { Memory } from './memory.ts';
import { emptyDatabase, newBrowser } from './testBrowser.ts';

const STARTER = '// TODO\n';
/** A busy machine takes its time. */
const PATIENCE = { timeout: 20_000 };

beforeEach(emptyDatabase);

interface Editor {
  readonly keeper: DraftKeeper;
  readonly close: () => void;
  readonly text: () => string | undefined;
}

/** An editor that is open on an exercise. */
async function openEditor(memory: Memory, starter = STARTER): Promise<Editor> {
  let shown: string | undefined;
  const keeper = newDraftKeeper({
    memory: () => memory,
    exercise: 'hamming',
    starter,
  });
  keeper.onShow((source) => {
    shown = source;
    keeper.keep(source);
  });
  const close = keeper.open();
  await vi.waitUntil(() => keeper.state().initial !== undefined, PATIENCE);
  return { keeper, close, text: () => shown ?? keeper.state().initial };
}

async function snapshotsOf(memory: Memory): Promise<readonly string[]> {
  return (await memory.list('snapshots')).map(({ source }) => source);
}

test('an editor opens with the starter, then with the draft', async () => {
  const browser = newBrowser();
  const first = await openEditor(browser.newTab());
  expect(first.text()).toBe(STARTER);

  first.keeper.keep('mine');
  await first.keeper.flush();

  expect((await openEditor(browser.newTab())).text()).toBe('mine');
});

test('an editor whose text is all kept follows another tab', async () => {
  const browser = newBrowser();
  const [one, other] = [await openEditor(browser.newTab()), await openEditor(browser.newTab())];

  one.keeper.keep('mine');
  await one.keeper.flush();

  await vi.waitUntil(() => other.text() === 'mine', PATIENCE);
  expect(other.keeper.state().notice).toEqual({ kind: 'followed' });
});

test('two tabs that have both written keep both, and the one that wrote last says so', async () => {
  const browser = newBrowser();
  const [tab, otherTab] = [browser.newTab(), browser.newTab()];
  const [one, other] = [await openEditor(tab), await openEditor(otherTab)];

  one.keeper.keep('one');
  other.keeper.keep('other');
  await Promise.all([one.keeper.flush(), other.keeper.flush()]);

  expect(other.keeper.state().notice).toEqual({ kind: 'kept-both', other: 'one' });
  expect(await snapshotsOf(tab)).toEqual(['one']);
  await vi.waitUntil(() => one.text() === 'other', PATIENCE);
  expect((await tab.list('drafts'))[0]?.source).toBe('other');
});

test('a long exchange between two tabs loses no text that a tab had to give up', async () => {
  const browser = newBrowser();
  const tab = browser.newTab();
  const editors = [await openEditor(tab), await openEditor(browser.newTab())];

  for (let round = 0; round < 6; round++) {
    editors.forEach(({ keeper }, index) => keeper.keep(`round ${round} of ${index}`));
    await Promise.all(editors.map(({ keeper }) => keeper.flush()));
    await vi.waitUntil(() => editors[0]?.text() === editors[1]?.text() || editors[0]?.text() === `round ${round} of 1`, PATIENCE);
  }

  const texts = new Set([...(await snapshotsOf(tab)), ...(await tab.list('drafts')).map(({ source }) => source)]);
  for (let round = 0; round < 6; round++) expect(texts).toContain(`round ${round} of 0`);
  expect(texts).toContain('round 5 of 1');
});

test('a new starter is told, and the draft stays until the learner says otherwise', async () => {
  const browser = newBrowser();
  const tab = browser.newTab();
  const before = await openEditor(tab);
  before.keeper.keep('mine');
  await before.keeper.flush();
  before.close();

  const after = await openEditor(tab, '// TODO, anew\n');
  expect(after.text()).toBe('mine');
  expect(after.keeper.state().notice).toEqual({ kind: 'new-starter' });

  after.keeper.replace('// TODO, anew\n', 'starter');
  await after.keeper.flush();

  expect(after.text()).toBe('// TODO, anew\n');
  expect(await snapshotsOf(tab)).toEqual(['mine']);
  expect((await openEditor(browser.newTab(), '// TODO, anew\n')).keeper.state().notice).toBeUndefined();
});

test('a learner who keeps the draft is not asked again', async () => {
  const browser = newBrowser();
  const tab = browser.newTab();
  const before = await openEditor(tab);
  before.keeper.keep('mine');
  await before.keeper.flush();
  before.close();

  const after = await openEditor(tab, '// TODO, anew\n');
  after.keeper.keepMine();
  await after.keeper.flush();

  const again = await openEditor(browser.newTab(), '// TODO, anew\n');
  expect(again.text()).toBe('mine');
  expect(again.keeper.state().notice).toBeUndefined();
});

test('who has written nothing gets the new starter without a word', async () => {
  const browser = newBrowser();
  const tab = browser.newTab();
  const before = await openEditor(tab);
  before.keeper.keep('mine');
  before.keeper.keep(STARTER);
  await before.keeper.flush();
  before.close();

  const after = await openEditor(tab, '// TODO, anew\n');

  expect(after.text()).toBe('// TODO, anew\n');
  expect(after.keeper.state().notice).toBeUndefined();
});

test('the same text is one snapshot, and the starter is none', async () => {
  const tab = newBrowser().newTab();
  const { keeper } = await openEditor(tab);

  keeper.snapshot(STARTER, 'run');
  keeper.snapshot('mine', 'run');
  keeper.snapshot('mine', 'reset');

  expect(await tab.list('snapshots')).toMatchObject([{ source: 'mine', why: 'reset' }]);
});
