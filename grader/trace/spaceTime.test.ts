import { property, assert, nat, array, constantFrom, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import type { TraceEvent } from '../base/traceEvent.ts';
import { cellsOf } from './cells.ts';
import { spaceTime, type DiagramLook } from './spaceTime.ts';
import { traceFrom } from './traceForTests.ts';

const draw = (processes: string, text: string, look: DiagramLook = {}): string =>
  `\n${spaceTime(traceFrom(text), processes.split(' '), look)}`;

test('follows messages that outlive their sender, up to the broken promise', () => {
  const diagram = draw(
    'coordinator p1 p2',
    `
      coordinator  start
      p1           start
      p2           start
      coordinator  request       commit
      coordinator  send          0 p1 VOTE_REQUEST
      coordinator  send          1 p2 VOTE_REQUEST
      coordinator  set-timer     votes 50
      p1           receive       0
      p1           send          2 coordinator VOTE_COMMIT
      p1           crash
      p2           receive       1
      p2           store         phase "READY"
      p2           send          3 coordinator VOTE_COMMIT
      coordinator  receive       3
      p1           recover
      p1           indicate      {"type":"decide","decision":"abort"}
      coordinator  receive       2
      coordinator  cancel-timer  votes
      coordinator  store         phase "COMMIT"
      coordinator  send          4 p2 GLOBAL_COMMIT
      p2           receive       4
      p2           indicate      {"type":"decide","decision":"commit"}
      p2           violation     agreement p1 decided abort and p2 decided commit in the same transaction.
    `,
  );

  expect(diagram).toBe(`
     coordinator              p1                       p2
1–3  ┳                        ┳                        ┳
  4  ⚐ commit                 ┃                        ┃
     ●──VOTE_REQUEST─╮        ┃                        ┃
     ●──VOTE_REQUEST─┼─╮      ┃                        ┃
     ◔ votes set     │ │      ┃                        ┃
  5  ┃               ╰─┼─────►●                        ┃
     ┃         ╭─VOTE_COMMIT──●                        ┃
  6  ┃         │       │      ↯ crash                  ┃
  7  ┃         │       ╰──────┼──────────VOTE_REQUEST─►●
     ┃         │              ┊                        ▤ phase = READY
  8  ●◄────────┼──────────────┼───────────VOTE_COMMIT──●
  9  ┃         │              ○ recovery               ┃
     ┃         │              ⚑ decide abort           ┃
 10  ●◄────────╯              ┃                        ┃
     ⊖ votes cancelled        ┃                        ┃
     ▤ phase = COMMIT         ┃                        ┃
 11  ●──GLOBAL_COMMIT─────────╂───────────────────────►●
     ┃                        ┃                        ⚑ decide commit
     ╪════════════════════════╪════════════════════════◎════════════════════════
     agreement is broken: p1 decided abort and p2 decided commit in the same
     transaction.

● sent, received   ┊ down   ⚐ request from above   ⚑ indication to above   ▤ stable write
◎ promise broken
`);
});

test('shows what is lost, what arrives twice or too late, and what never arrives', () => {
  const diagram = draw(
    'client server',
    `
      client  request    {"type":"call","op":"print"}
      client  send       0 server REQUEST
      server  lose       0
      client  timer      retry
      client  send       1 server REQUEST
      client  set-timer  retry 50
      client  duplicate  1 2
      server  receive    2
      server  throw      7 TypeError: x
      server  crash
      server  lose       1
      client  send       3 server REQUEST
      server  lose       3
      client  send       4 server REQUEST
      server  recover
      client  send       5 server REQUEST
      client  timer      retry
      server  lose       5
    `,
  );

  expect(diagram).toBe(`
     client                 server
  1  ⚐ call print           ┃
  2  ●──REQUEST─╳           ┃
  3  ◕ retry goes off       ┃
     ●──REQUEST──╮          ┃
     ◔ retry set │          ┃
  4  ┃           ├′╮        ┃
  5  ┃           │ ╰───────►●
     ┃           │          ✗ throws TypeError: x
  6  ┃           │          ↯ crash
  7  ┃           ╰─REQUEST─▷┊
8–9  ●──REQUEST────────────▷┊
 10  ●──REQUEST─┄┄          ┊
 11  ┃                      ○ recovery
 12  ●──REQUEST──╮          ┃
 13  ◕ retry goes off       ┃
 14  ┃           ╳          ┃

● sent, received   ▷ arrives at a process that is down   ╳ lost   ′ duplicate   ┄ not heard of again
┊ down   ⚐ request from above   ✗ exception
`);
});

test('stands five lanes side by side, shortens what is too long and keeps a lane that is down from the beginning', () => {
  const diagram = draw(
    'a b c d e',
    `
      a  start
      b  start
      c  start
      d  start
      a  send     0 e {"type":"SOMETHING_WITH_A_LONG_NAME","value":1}
      e  lose     0
      b  send     1 b {"type":"TICK_TICK_TICK"}
      d  send     2 a {"type":"HEARTBEAT","number":7}
      b  receive  1
      a  receive  2
      a  store    value {"of":["many","parts"]}
      a  store    value
    `,
  );

  expect(diagram).toBe(`
     a                  b                  c                  d                  e
1–4  ┳                  ┳                  ┳                  ┳                  ┊
5–6  ●──SOMETHING_WIT…──╂──────────────────╂──────────────────╂─────────────────▷┊
  7  ┃                  ●──TICK_TICK_T…─╮  ┃                  ┃                  ┊
  8  ┃                  ┃               │  ┃   ╭─HEARTBEAT 7──●                  ┊
  9  ┃                  ●◄──────────────╯  ┃   │              ┃                  ┊
 10  ●◄─────────────────╂──────────────────╂───╯              ┃                  ┊
     ▤ value = { of: [… ┃                  ┃                  ┃                  ┊
     ▤ value deleted    ┃                  ┃                  ┃                  ┊

● sent, received   ▷ arrives at a process that is down   ┊ down   ▤ stable write
`);
});

test('writes the words of an event on the left where they would hide a message in flight', () => {
  const diagram = draw(
    'a b',
    `
      b  send      0 b {"type":"LATER"}
      b  indicate  {"type":"deliver","data":"some more words"}
      b  receive   0
    `,
  );

  expect(diagram).toBe(`
   a                            b
1  ┃                            ●──LATER───────╮
   ┃  deliver 'some more words' ⚑              │
2  ┃                            ●◄─────────────╯

● sent, received   ⚑ indication to above
`);
});

test('says the time where there is one and it goes on', () => {
  const diagram = draw(
    'p1 p2',
    `
      p1  start
      p2  start
      @50   p1  timer    beat
      p1  send     0 p2 BEAT
      p1  send     1 p2 BEAT
      @62   p2  receive  1
      @1700 p2  receive  0
    `,
  );

  expect(diagram).toBe(`
              p1                p2
1–2     0 ms  ┳                 ┳
  3    50 ms  ◕ beat goes off   ┃
              ●──BEAT──╮        ┃
              ●──BEAT──┼─╮      ┃
  4    62 ms  ┃        │ ╰─────►●
  5  1700 ms  ┃        ╰──BEAT─►●

● sent, received
`);
});

test('shows what could move a cursor as signs, and keeps wide characters in their lanes', () => {
  const diagram = draw(
    'p1 p2',
    `
      p1  set-timer  \u001b[2J 50
      p1  send       0 p2 {"type":"日本"}
      p2  receive    0
      p1  indicate   {"type":"e\u0301t\u0301e\u0301"}
    `,
  );

  expect(diagram).toBe(`
   p1                 p2
1  ◔ \u241b[2J set         ┃
2  ●──日本───────────►●
3  ⚑ { type: 'e\u0301t\u0301e\u0301' }  ┃

● sent, received   ⚑ indication to above
`);
});

test('gives paint the roles, and the same text without it', () => {
  const trace = traceFrom('p1 send 0 p2 ACK\n p2 receive 0\n p2 violation quiet No.');
  const painted = spaceTime(trace, ['p1', 'p2'], { paint: (role, words) => `<${role}>${words}</${role}>` });

  expect(painted).toContain('<violation>quiet is broken: No.</violation>');
  expect(painted).toContain('<message>●──ACK');
  expect(painted.replace(/<\/?[a-z]+>/g, '')).toBe(spaceTime(trace, ['p1', 'p2']));
});

test('whatever happens, every line is within its width, without trailing spaces, and every step is numbered once', () => {
  const lanes = ['coordinator', 'p1', 'p2', 'p3', 'p4'];
  const event = tuple(
    constantFrom('start', 'crash', 'recover', 'send', 'send', 'send', 'receive', 'receive', 'lose', 'duplicate', 'timer', 'indicate'),
    constantFrom(...lanes),
    constantFrom(...lanes),
    nat(12),
  );

  assert(
    property(array(event, { maxLength: 60 }), nat(4), (events, more) => {
      const trace = events.map(([kind, process, to, id], at) => eventOf(kind, process, to, id, at));
      const text = spaceTime(trace, lanes.slice(0, more + 1), { width: 110 });

      for (const line of text.split('\n')) {
        expect(line).toBe(line.trimEnd());
        expect(cellsOf(line).length).toBeLessThanOrEqual(110);
      }
      const numbers = text.split('\n').flatMap((line) => numbersIn(/^ *(\d+(?:–\d+)?)  /.exec(line)?.[1] ?? ''));
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    }),
    { seed: 1, numRuns: 400 },
  );
});

/** An event as it may come from anywhere: also messages that nobody sent, and processes that are down and act. */
function eventOf(kind: string, process: string, to: string, id: number, copy: number): TraceEvent {
  const facts = { at: 0, process };
  switch (kind) {
    case 'send':
      return { ...facts, kind, id, to, message: { type: 'M'.repeat(id + 1) } };
    case 'receive':
      return { ...facts, kind, id, from: to, message: { type: 'M' } };
    case 'lose':
      return { ...facts, kind, id };
    case 'duplicate':
      return { ...facts, kind, id, copy: 100 + copy };
    case 'timer':
      return { ...facts, kind, name: 'retry' };
    case 'indicate':
      return { ...facts, kind, event: { type: 'decide', decision: id } };
    case 'crash':
    case 'recover':
      return { ...facts, kind };
    default:
      return { ...facts, kind: 'start' };
  }
}

/** `3–5` → 3, 4, 5. */
function numbersIn(text: string): number[] {
  if (text === '') return [];
  const [first = 0, last = first] = text.split('–').map(Number);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
