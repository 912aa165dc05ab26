import { expect, test } from 'vitest';
import type { CheckResult } from '../base/report.ts';
import { NOT_RUN, reportWith } from '../report/reportsForTests.ts';
import { newProgressLine, progressText } from './progressLine.ts';

const [first] = reportWith().checks;
const notReached = NOT_RUN.slice(1).map(({ id, title, kind, points, maxPoints, evidence }): CheckResult => ({
  id,
  title,
  kind,
  points,
  maxPoints,
  status: 'inconclusive',
  evidence,
}));
const half = reportWith({ checks: [...(first ? [first] : []), ...notReached] });
const exploring = { check: 'agreement', plan: '1 crash', worlds: 184_206, depth: 23 };

test('says how many checks are done, and what is being explored how fast', () => {
  expect(progressText(half, undefined, undefined)).toBe('hamming █████░░░░░ 1 of 2 checks');
  expect(progressText(half, exploring, 612_345)).toBe(
    'hamming █████░░░░░ 1 of 2 checks, agreement: 184,206 worlds, depth 23, 612,000 worlds/s',
  );
});

function terminalThat(errIsTerminal: boolean) {
  const said: string[] = [];
  const err = (text: string): void => void said.push(text);
  return { said, terminal: { out: err, err, env: {}, outIsTerminal: true, errIsTerminal, columns: 60, listenToKeys: undefined } };
}

test('paints over itself on a terminal, no faster than eyes follow, and wipes itself away', () => {
  const { said, terminal } = terminalThat(true);
  let ms = 0;
  const line = newProgressLine(terminal, () => ms);

  line.show(half, exploring);
  ms = 50;
  line.show(half, { ...exploring, worlds: 200_000 });
  ms = 1_000;
  line.show(half, { ...exploring, worlds: 1_184_206 });
  line.clear();
  line.clear();

  expect(said).toEqual([
    '\rhamming █████░░░░░ 1 of 2 checks, agreement: 184,206 worlds\u001b[K',
    '\rhamming █████░░░░░ 1 of 2 checks, agreement: 1,184,206 worl\u001b[K',
    '\r\u001b[K',
  ]);
});

test('says nothing where nobody watches', () => {
  const { said, terminal } = terminalThat(false);

  newProgressLine(terminal).show(half, exploring);

  expect(said).toEqual([]);
});
