import { array, assert, constantFrom, nat, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import type { TraceEvent } from '../base/traceEvent.ts';
import { traceFrom } from '../trace/traceForTests.ts';
import { layoutOf } from './layout.ts';
import { svgOf } from './svg.ts';

const PROCESSES = ['coordinator', 'p1', 'p2', 'p3'];

const crashAfterVote = traceFrom(`
  coordinator send 1 p1 VOTE_REQUEST
  coordinator send 2 p2 VOTE_REQUEST
  p1 receive 1
  p1 store phase "READY"
  p1 send 3 coordinator VOTE_COMMIT
  p1 crash
  p2 lose 2
  coordinator receive 3
  p1 recover
  p1 indicate {"type":"decide","decision":"abort"}
  p1 violation agreement p1 decided abort and p2 decided commit
`);

test('each lane is up until its process crashes, down until it recovers', () => {
  const { lanes, xs } = layoutOf({ trace: crashAfterVote, processes: ['coordinator', 'p1', 'p2'] });

  const [, p1] = lanes;
  expect(p1?.spans.map((span) => span.kind)).toEqual(['up', 'down', 'up']);
  expect(p1?.spans.map((span) => span.to).slice(0, 2)).toEqual([xs[5], xs[8]]);
});

test('an arrow goes from where a message was sent to where it arrived, a lost one stops on its way', () => {
  const { arrows, xs, lanes } = layoutOf({ trace: crashAfterVote, processes: ['coordinator', 'p1', 'p2'] });

  const [first, lost, vote] = arrows;
  expect(first).toMatchObject({ kind: 'arrived', from: { x: xs[0], y: lanes[0]?.y }, to: { x: xs[2], y: lanes[1]?.y } });
  expect(vote).toMatchObject({ kind: 'arrived', from: { x: xs[4], y: lanes[1]?.y }, to: { x: xs[7], y: lanes[0]?.y } });
  expect(lost?.kind).toBe('lost');
  expect(lost?.to.y).toBeLessThan(lanes[2]?.y ?? 0);
});

test('a message to a process that is down arrives at its lane and at nobody', () => {
  const trace = traceFrom(`
    p1 send 1 p2 ACK
    p2 crash
    p2 lose 1
  `);

  expect(layoutOf({ trace, processes: ['p1', 'p2'] }).arrows).toMatchObject([{ kind: 'dead', to: { y: 136 } }]);
});

test('a copy leaves where its original left', () => {
  const trace = traceFrom(`
    p1 send 1 p2 ACK
    p1 duplicate 1 2
    p2 receive 2
    p2 receive 1
  `);

  const { arrows } = layoutOf({ trace, processes: ['p1', 'p2'] });

  expect(arrows.map((arrow) => [arrow.isCopy, arrow.from, arrow.label?.text])).toEqual([
    [false, arrows[0]?.from, 'ACK'],
    [true, arrows[0]?.from, 'ACK′'],
  ]);
});

test('the violation is marked where it was seen', () => {
  const { violation, xs } = layoutOf({ trace: crashAfterVote, processes: ['coordinator', 'p1', 'p2'] });

  expect(violation).toMatchObject({ process: 'p1', x: xs.at(-1) });
});

/** Events that make up a run: every send is received, lost or in flight. */
const runs = array(
  record({ what: nat(9), process: nat(3), other: nat(3), type: constantFrom('ACK', 'VOTE_REQUEST', 'A_VERY_LONG_MESSAGE_TYPE_INDEED') }),
  { maxLength: 60 },
).map((steps) => {
  const trace: TraceEvent[] = [];
  const inFlight: { id: number; to: string }[] = [];
  let sent = 0;
  for (const { what, process, other, type } of steps) {
    const at = { at: 0, process: PROCESSES[process] ?? '' };
    const next = inFlight.shift();
    if (what < 4 || !next) {
      sent += 1;
      inFlight.push({ id: sent, to: PROCESSES[other] ?? '' });
      trace.push({ ...at, kind: 'send', id: sent, to: PROCESSES[other] ?? '', message: { type } });
    } else if (what < 7) trace.push({ at: 0, process: next.to, kind: 'receive', id: next.id, from: '', message: { type } });
    else if (what === 7) trace.push({ at: 0, process: next.to, kind: 'lose', id: next.id });
    else if (what === 8) trace.push({ ...at, kind: 'store', key: 'phase', value: type });
    else trace.push({ ...at, kind: 'indicate', event: { type } });
  }
  return trace;
});

test('no two texts overlap, time never runs backwards, and nothing stands outside', () => {
  assert(
    property(runs, (trace) => {
      const { boxes, xs, width, height, stepStarts, stepEnds } = layoutOf({ trace, processes: PROCESSES });
      boxes.forEach((box, at) => {
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.bottom).toBeLessThanOrEqual(height);
        for (const other of boxes.slice(at + 1)) {
          const isApart = box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
          expect(isApart).toBe(true);
        }
      });
      xs.forEach((x, at) => expect(x).toBeGreaterThanOrEqual(xs[at - 1] ?? 0));
      stepEnds.forEach((end, at) => expect(end).toBeLessThan(stepStarts[at + 1] ?? Infinity));
    }),
    { numRuns: 200 },
  );
});

test('nearly every message has its label', () => {
  let labelled = 0;
  let all = 0;
  assert(
    property(runs, (trace) => {
      const { arrows } = layoutOf({ trace, processes: PROCESSES });
      all += arrows.length;
      labelled += arrows.filter((arrow) => arrow.label).length;
    }),
    { numRuns: 200, seed: 1 },
  );

  expect(all).toBeGreaterThan(500);
  expect(labelled / all).toBeGreaterThan(0.97);
});

test('what learners wrote is drawn as text, never as markup', () => {
  const trace = traceFrom(`
    p1 send 1 p2 {"type":"x","a":"<img src=x onerror=alert(1)>"}
    p1 store <b> "&amp;"
  `);

  const svg = svgOf(layoutOf({ trace, processes: ['p1', 'p2'] }));

  expect(svg).not.toMatch(/<img|<b>/);
  expect(svg).toContain('&lt;b&gt; = ');
});
