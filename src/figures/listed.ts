/** Things in a row, as a sentence has them: “A1”, “A1 and V5”, “A1, V5 and C3”. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
