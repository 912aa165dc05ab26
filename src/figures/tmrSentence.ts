/** What the figure of the pipeline says: what is broken, who outvotes it, and what comes out. */
import { listed } from './listed.ts';
import { results, rightValue, STAGES, type Column, type Signal } from './tmrPipeline.ts';

export function pipelineSentence(columns: readonly Column[]): string {
  return [brokenSentence(columns), outvotedSentence(columns), resultSentence(columns)].filter((part) => part !== '').join(' ');
}

/** A value with a mark, for a tile; and in words. */
export function marked({ value, isRight }: Signal): string {
  return value === undefined ? '– nothing' : `${value} ${isRight ? '✓' : '✗'}`;
}

export function spoken({ value, isRight }: Signal): string {
  return value === undefined ? 'nothing' : `${value}, ${isRight ? 'right' : 'wrong'}`;
}

function brokenSentence(columns: readonly Column[]): string {
  const broken = columns.flatMap(({ parts }) => parts.filter(({ isBroken }) => isBroken).map(({ name }) => name));
  if (broken.length === 0) return 'Nothing is broken.';
  return `${listed(broken)} ${broken.length === 1 ? 'is' : 'are'} broken.`;
}

/** Where sound voters got something wrong and gave something right all the same. */
function outvotedSentence(columns: readonly Column[]): string {
  const voters = columns.flatMap((column, at) => {
    const before = columns[at - 1];
    if (column.kind !== 'voter' || before === undefined || before.parts.every(({ gives }) => gives.isRight)) return [];
    return column.parts.filter(({ gives }) => gives.isRight).map(({ name }) => name);
  });
  if (voters.length === 0) return '';
  return `${listed(voters)} ${voters.length === 1 ? 'outvotes' : 'outvote'} what is wrong.`;
}

function resultSentence(columns: readonly Column[]): string {
  const all = results(columns);
  const right = all.filter(({ isRight }) => isRight).length;
  const due = rightValue(STAGES.length - 1);
  if (right === all.length)
    return all.length === 1 ? `The result is ${due}, as it should be.` : `All ${all.length} results are ${due}, as they should be.`;
  if (right === 2) return `Two of three results are ${due}, as they should be: who uses them can still outvote the third.`;
  if (all.every(({ value }) => value === undefined))
    return 'No two inputs of a voter agreed, so nothing comes out: no result, but none that is wrong either.';
  const values = listed([
    ...new Set(all.filter(({ isRight }) => !isRight).map(({ value }) => (value === undefined ? 'nothing' : `${value}`))),
  ]);
  const start =
    right === 1 ? `Only one result is right; the others are` : all.length === 1 ? 'The result is' : 'No result is right: they are';
  return `${start} ${values} instead of ${due}.`;
}
