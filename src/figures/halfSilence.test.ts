/** What the client of the lesson on partial failure can see, and the counts that the lesson states. */
import { describe, expect, test } from 'vitest';
import {
  afterCall,
  afterOrder,
  afterRound,
  afterSwitch,
  BREAKAGES,
  brokenWorld,
  clientNote,
  CONDITIONS,
  HEALTHY,
  type Server,
} from './halfSilence.ts';
import { INITIAL, WORLDS } from './halfSilenceLink.ts';
import { clientSentence, truthSentence } from './halfSilenceSentence.ts';

const BOTH = [true, false];
const EVERY: readonly Server[] = CONDITIONS.flatMap((condition) =>
  BOTH.flatMap((reachesServer) => BOTH.map((reachesClient) => situation({ condition, reachesServer, reachesClient }))),
);

function situation(broken: Pick<Server, 'condition' | 'reachesServer' | 'reachesClient'>): Server {
  return { ...HEALTHY, ...broken };
}

describe('one order', () => {
  test('is answered by a server that works and whose ways work', () => {
    expect(afterOrder(HEALTHY)).toEqual({ ...HEALTHY, counted: 1, sent: 1, fate: 'answered' });
  });

  test('is answered in 1 of 16 situations; in 10 of the 15 silent ones it is not counted, in 5 it is', () => {
    const after = EVERY.map(afterOrder);
    const silent = after.filter((server) => server.fate !== 'answered');

    expect(after).toHaveLength(16);
    expect(silent).toHaveLength(15);
    expect(silent.filter((server) => server.counted === 0)).toHaveLength(10);
    expect(silent.filter((server) => server.counted === 1)).toHaveLength(5);
  });

  test('takes down a server that stops after it: the next order is not counted', () => {
    const once = afterOrder({ ...HEALTHY, condition: 'stops' });
    const twice = afterOrder(once);

    expect(once).toMatchObject({ condition: 'down', counted: 1, fate: 'stopped' });
    expect(twice).toMatchObject({ condition: 'down', counted: 1, sent: 2, fate: 'was down' });
  });

  test('stops no server that it does not reach', () => {
    expect(afterOrder({ ...HEALTHY, condition: 'stops', reachesServer: false }).condition).toBe('stops');
  });
});

describe('the worlds in which B is silent', () => {
  test('are five, and look alike to the client', () => {
    const notes = BREAKAGES.map((_, at) => Object.values(brokenWorld(at)).map(clientNote).join(', '));

    expect(new Set(notes)).toEqual(new Set(['“1 counted”, silence, “1 counted”']));
    expect(notes).toHaveLength(5);
  });

  test('differ in what B has done: in three of them it has counted', () => {
    expect(BREAKAGES.map((_, at) => brokenWorld(at).B.counted)).toEqual([1, 0, 1, 0, 1]);
  });

  test('go on: an answer that comes again tells of orders that were silent before', () => {
    const cut = brokenWorld(0);

    const mended = afterRound({ ...cut, B: { ...cut.B, reachesClient: true } });

    expect(clientNote(mended.B)).toBe('“2 counted”');
  });
});

describe('one machine', () => {
  test('answers everything or nothing', () => {
    expect(afterCall({ isOn: true, counted: 4 })).toEqual({ isOn: true, counted: 5 });
    expect(afterCall({ isOn: false, counted: 0 })).toEqual({ isOn: false, counted: 0 });
  });

  test('forgets what was in its memory when the power goes', () => {
    const off = afterSwitch({ isOn: true, counted: 5 });

    expect(off).toEqual({ isOn: false, counted: 0 });
    expect(afterSwitch(off)).toEqual({ isOn: true, counted: 0 });
  });
});

describe('what is said', () => {
  test('the client says the same in all five worlds', () => {
    const said = BREAKAGES.map((_, at) => clientSentence(brokenWorld(at)));

    expect(new Set(said)).toEqual(new Set(['The client has sent an order to each. A and C have answered, B has not. It cannot say why.']));
  });

  test('the truth differs in each', () => {
    expect(new Set(BREAKAGES.map((_, at) => truthSentence(brokenWorld(at)))).size).toBe(5);
    expect(truthSentence(brokenWorld(0))).toBe('B counted it: only the answer was lost.');
  });
});

describe('links', () => {
  test.each(BREAKAGES.map((_, at) => at))('world %i is read as it was written', (at) => {
    const world = { ...INITIAL, isOpen: true, at, servers: brokenWorld(at) };

    expect(WORLDS.read(WORLDS.write(world))).toEqual(world);
  });

  test.each(['', 'x', '0,0,0', '0,0,0:1,9,1,0,0,0:1,0,1,0,0,0:1,0,1,0,0,0:1,1', '0,0,0:1,0,1:1,0,1:1,0,1:1,1'])(
    '“%s” is no world',
    (text) => {
      expect(WORLDS.read(text)).toBeUndefined();
    },
  );
});
