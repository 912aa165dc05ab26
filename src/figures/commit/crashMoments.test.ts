import { expect, test } from 'vitest';
import { crashRun } from './crashRun.ts';
import { accidentCodec, fateWords, LAST_MOMENT, momentWords } from './crashMoments.ts';

test('the same number is another act in each protocol', () => {
  const moments = [0, 4, 5, 6, 9, LAST_MOMENT];

  expect(moments.map((after) => momentWords('two-phase', after))).toEqual([
    'it has done nothing',
    'its last act was to send VOTE_REQUEST to p3',
    'its last act was to log COMMIT',
    'its last act was to send GLOBAL_COMMIT to p1',
    'it has sent everything',
    'it has sent everything',
  ]);
  expect(moments.map((after) => momentWords('three-phase', after))).toEqual([
    'it has done nothing',
    'its last act was to send VOTE_REQUEST to p3',
    'its last act was to log PRECOMMIT',
    'its last act was to send PREPARE_COMMIT to p1',
    'its last act was to log COMMIT',
    'its last act was to send GLOBAL_COMMIT to p3',
  ]);
});

test('what the coordinator is said to have done last is what it did last', () => {
  for (const protocol of ['two-phase', 'three-phase'] as const) {
    for (let after = 1; after <= LAST_MOMENT; after += 1) {
      const { trace } = crashRun({ protocol, after, takesP1: false, splits: false });
      const acts = trace.filter(({ process, kind }) => process === 'coordinator' && (kind === 'store' || kind === 'send'));
      const last = acts.at(-1);
      const words =
        last?.kind === 'store'
          ? `log ${String(last.value)}`
          : last?.kind === 'send'
            ? `send ${JSON.stringify(last.message).replace(/^.*"type":"(\w+)".*$/, '$1')} to ${last.to}`
            : '';

      expect(momentWords(protocol, after)).toBe(after > acts.length ? 'it has sent everything' : `its last act was to ${words}`);
    }
  }
});

test.each([
  ['two-phase', 4, 'nobody that is up can decide'],
  ['two-phase', 6, 'p2 and p3 cannot decide, and another has committed'],
  ['three-phase', 4, 'everybody that is up decides: abort'],
  ['three-phase', 6, 'atomicity is broken: p1 decided commit and p2 decided abort'],
] as const)('in a split network, %s at %i: %s', (protocol, after, words) => {
  expect(fateWords(crashRun({ protocol, after, takesP1: false, splits: true }))).toBe(words);
});

test('an accident is read from what was written, and from nothing else', () => {
  const accident = { after: 6, takesP1: true, splits: true };

  expect(accidentCodec.write(accident)).toBe('6ps');
  expect(accidentCodec.read('6ps')).toEqual(accident);
  expect(['13', 'x', '6sp', ''].map((text) => accidentCodec.read(text))).toEqual([undefined, undefined, undefined, undefined]);
});

test('the accidents that a reader of the lesson goes through by hand end as it says', () => {
  const end = (after: number, more: { readonly takesP1?: boolean; readonly splits?: boolean }) =>
    fateWords(crashRun({ protocol: 'three-phase', after, takesP1: false, splits: false, ...more }));

  expect(end(5, {})).toBe('everybody that is up decides: abort');
  expect(end(7, { takesP1: true })).toBe('everybody that is up decides: commit');
  expect(end(6, { splits: true })).toContain('atomicity is broken');
  expect(end(6, { splits: true, takesP1: true })).toBe('everybody that is up decides: abort');
});
