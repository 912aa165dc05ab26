/** What the lesson on physical redundancy says about broken parts, and that the figure computes what the exercise asks for. */
import { describe, expect, test } from 'vitest';
import { pipelineOutputs } from '../../exercises/tmr-voter/oracle.ts';
import { PARTS, partsOf, results, rightValue, run, STAGES, type Mode, type Part, type Pipeline } from './tmrPipeline.ts';

function pipeline(mode: Mode, ...broken: string[]): Pipeline {
  return { mode, broken, isAlike: false };
}

function values(of: Pipeline): (number | undefined)[] {
  return results(run(of)).map(({ value }) => value);
}

function rightResults(of: Pipeline): number {
  return results(run(of)).filter(({ isRight }) => isRight).length;
}

function pairs(parts: readonly Part[]): string[][] {
  return parts.flatMap(({ name }, at) => parts.slice(at + 1).map((other) => [name, other.name]));
}

describe('a sound pipeline', () => {
  test('makes 22 out of 4 in every mode', () => {
    expect(values(pipeline('none'))).toEqual([22]);
    expect(values(pipeline('single'))).toEqual([22]);
    expect(values(pipeline('triplicated'))).toEqual([22, 22, 22]);
    expect([0, 1, 2].map(rightValue)).toEqual([8, 11, 22]);
  });

  test('has 3, 12 or 18 parts', () => {
    expect([partsOf('none').length, partsOf('single').length, partsOf('triplicated').length]).toEqual([3, 12, 18]);
  });
});

describe('one broken part', () => {
  test('without redundancy always spoils the result', () => {
    expect(partsOf('none').filter(({ name }) => rightResults(pipeline('none', name)) === 1)).toEqual([]);
  });

  test('with single voters is masked if it is one of the nine modules, and spoils the result if it is a voter', () => {
    const masked = partsOf('single').filter(({ name }) => rightResults(pipeline('single', name)) === 1);

    expect(masked).toHaveLength(9);
    expect(masked.every(({ kind }) => kind === 'module')).toBe(true);
  });

  test('with triplicated voters is masked in 15 of 18 cases; the last three voters show in their own lane only', () => {
    const seen = PARTS.filter(({ name }) => rightResults(pipeline('triplicated', name)) < 3).map(({ name }) => name);

    expect(seen).toEqual(['V7', 'V8', 'V9']);
    expect(seen.map((name) => rightResults(pipeline('triplicated', name)))).toEqual([2, 2, 2]);
  });

  test('may be V5: alone it spoils C2, and V7 to V9 outvote C2', () => {
    expect(values(pipeline('single', 'V5'))).toEqual([184]);
    const columns = run(pipeline('triplicated', 'V5'));
    expect(columns[4]?.parts.map(({ name, gives }) => [name, gives.value])).toEqual([
      ['C1', 22],
      ['C2', 184],
      ['C3', 22],
    ]);
    expect(values(pipeline('triplicated', 'V5'))).toEqual([22, 22, 22]);
  });
});

describe('two broken parts', () => {
  test('with triplicated voters leave two of three results right in 123 of 153 cases', () => {
    const all = pairs(PARTS);

    expect(all).toHaveLength(153);
    expect(all.filter((pair) => rightResults(pipeline('triplicated', ...pair)) >= 2)).toHaveLength(123);
  });

  test('in one stage give two voices against none: no majority, and then nothing', () => {
    expect(values(pipeline('triplicated', 'A1', 'A2'))).toEqual([undefined, undefined, undefined]);
  });

  test('that are wrong alike outvote the sound one', () => {
    const columns = run({ ...pipeline('triplicated', 'A1', 'A2'), isAlike: true });

    expect(columns[1]?.parts.map(({ gives }) => gives.value)).toEqual([99, 99, 99]);
    expect(results(columns).map(({ value }) => value)).toEqual([204, 204, 204]);
  });

  test('a module of the first stage and a voter of the second in another lane, leave every result right', () => {
    expect(values(pipeline('triplicated', 'A1', 'V5'))).toEqual([22, 22, 22]);
  });
});

describe('many broken parts', () => {
  test('five at most can be masked altogether, if each stage loses one lane', () => {
    let most = 0;
    for (let set = 0; set < 2 ** PARTS.length; set += 1) {
      const broken = PARTS.filter((_part, at) => (set >> at) & 1).map(({ name }) => name);
      // Six are tried too, and none of these sets passes; more would only add to them.
      if (broken.length > most && broken.length <= 6 && rightResults(pipeline('triplicated', ...broken)) === 3) most = broken.length;
    }

    expect(most).toBe(5);
    expect(values(pipeline('triplicated', 'A1', 'V2', 'B2', 'V6', 'C3'))).toEqual([22, 22, 22]);
  });
});

describe('the oracle of the exercise', () => {
  test.each(['single', 'triplicated'] as const)('gives the same results with every two parts of %s broken', (mode) => {
    const stages = STAGES.map(({ apply }) => ({ source: '', apply }));

    for (const broken of pairs(partsOf(mode))) {
      const faults = run(pipeline(mode, ...broken)).flatMap(({ kind, stage, parts }) =>
        parts
          .filter(({ isBroken }) => isBroken)
          .map(({ lane, gives }) => ({
            part: kind,
            stage,
            lane: kind === 'voter' && mode === 'single' ? 0 : lane,
            output: gives.value ?? null,
          })),
      );
      const expected = pipelineOutputs(4, stages, faults, mode).map((value) => value ?? undefined);

      expect(values(pipeline(mode, ...broken))).toEqual(expected);
    }
  });
});
