/** The signs of a diagram that are not explained by a word beside them. */
const MEANINGS = {
  send: '● sent, received',
  late: '▷ arrives at a process that is down',
  lost: '╳ lost',
  duplicate: '′ duplicate',
  flight: '┄ not heard of again',
  down: '┊ down',
  request: '⚐ request from above',
  indicate: '⚑ indication to above',
  store: '▤ stable write',
  throw: '✗ exception',
  violation: '◎ promise broken',
};

export type Sign = keyof typeof MEANINGS;

/** What the signs that were used mean, in lines of at most `width` cells. */
export function legendOf(used: ReadonlySet<Sign>, width: number): string[] {
  const lines: string[] = [];
  for (const [sign, meaning] of Object.entries(MEANINGS)) {
    if (![...used].some((one) => one === sign)) continue;
    const last = lines.at(-1);
    const longer = last === undefined ? meaning : `${last}   ${meaning}`;
    if (last !== undefined && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(meaning);
  }
  return lines;
}
