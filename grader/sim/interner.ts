/** Small integers for values that are compared often: equal texts have equal numbers, from 0 on in the order in which they came. */
export interface Interner {
  idOf(text: string): number;
  textOf(id: number): string;
}

export function newInterner(): Interner {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  return {
    idOf(text) {
      const known = ids.get(text);
      if (known !== undefined) return known;
      ids.set(text, texts.length);
      texts.push(text);
      return texts.length - 1;
    },
    textOf: (id) => texts[id] ?? '',
  };
}
