export function makeClass(
  dir: string,
  options: { readonly count: number; readonly exercises?: readonly string[]; readonly hostile?: number; readonly most?: number },
): { readonly submission: string; readonly exercise: string; readonly file: string }[];
