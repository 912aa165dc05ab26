import { expect, test } from 'vitest';
import { replayPage } from './replayPage.ts';
import { PAGE_SCRIPT } from './replayPageParts.ts';
import { replayText, type ReplayedRun } from './replayText.ts';

const RUN: ReplayedRun = {
  exercise: 'bully-election',
  file: 'a<b>.ts',
  schedule: '0.1',
  plan: '2 processes, no faults',
  processes: ['p1', 'p2'],
  trace: [
    { at: 0, process: 'p1', kind: 'request', request: { type: 'elect' } },
    { at: 0, process: 'p1', kind: 'send', id: 1, to: 'p2', message: { type: 'ELECTION' } },
    { at: 0, process: 'p2', kind: 'receive', id: 1, from: 'p1', message: { type: 'ELECTION' } },
    { at: 0, process: 'p2', kind: 'indicate', event: { type: 'leader', process: '<script>' } },
    { at: 0, process: 'p2', kind: 'violation', check: 'never-below', message: 'p2 named nobody.' },
  ],
  violation: { check: 'never-below', message: 'p2 named nobody.' },
};

test('draws a run, says its steps in words, and what it shows', () => {
  expect(replayText(RUN, { color: false, width: 100 })).toBe(`bully-election  a<b>.ts
Schedule 0.1: 2 processes, no faults

   p1                   p2
1  ⚐ elect              ┃
2  ●──ELECTION─────────►●
   ┃                    ⚑ leader '<script>'
   ╪════════════════════◎════════════════════
   never-below is broken: p2 named nobody.

● sent, received   ⚐ request from above   ⚑ indication to above   ◎ promise broken

1  p1 gets the request elect
   p1 sends ELECTION to p2
2  p2 receives ELECTION from p1
   p2 indicates leader { process: '<script>' }
   never-below is broken: p2 named nobody.
`);
});

test('says of a run that keeps every promise that it does', () => {
  const text = replayText({ ...RUN, trace: RUN.trace.slice(0, 4), violation: undefined }, { color: false, width: 100 });

  expect(text).toMatch(/\n\nNo promise is broken in this run\.\n$/);
});

test('colours the parts and leaves the rest as it is', () => {
  const coloured = replayText(RUN, { color: true, width: 100 });

  expect(coloured).toContain('\u001b[36m●──ELECTION');
  expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(replayText(RUN, { color: false, width: 100 }));
});

test('writes a page whose text is the same, and in which nothing of the learner’s is markup', () => {
  const page = replayPage(RUN);

  // The page's own, which holds nothing of the run.
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toContain(`<script>${PAGE_SCRIPT}</script>`);
  expect(page).toContain('a&lt;b&gt;.ts, schedule <code>0.1</code>: 2 processes, no faults');
  expect(page).toContain('<li>p1 gets the request elect<br>p1 sends ELECTION to p2</li>');
  expect(page).toMatch(/<text class="label message arrived" [^>]*>ELECTION<\/text>/);
  expect(page.match(/https?:/)).toBeNull();
});
