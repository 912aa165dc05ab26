/** A figure's state in the query of its page's address: `?hamming=0110111`, one entry for each figure that is not as it began. */

/** How a state is written, and read again. What cannot be read is `undefined`: an address may be old, or made by hand. */
export interface Codec<State> {
  write(state: State): string;
  read(text: string): State | undefined;
}

export function textIn(query: string, id: string): string | undefined {
  return new URLSearchParams(query).get(id) ?? undefined;
}

/** `query` with a figure's state in it; without it where `text` is undefined. Begins with `?`, or is empty. */
export function queryWith(query: string, id: string, text: string | undefined): string {
  const entries = new URLSearchParams(query);
  if (text === undefined) entries.delete(id);
  else entries.set(id, text);
  // Both are allowed as they are, and an address is read by people too.
  const written = entries.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return written && `?${written}`;
}
