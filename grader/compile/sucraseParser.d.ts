/** The parts of sucrase's parser that `compile` looks at. The package has no types for these paths; its version is pinned. */
declare module 'sucrase/dist/index.js' {
  export function transform(code: string, options: { transforms: 'typescript'[]; disableESTransforms: boolean }): { code: string };
}

declare module 'sucrase/dist/parser/index.js' {
  export interface Token {
    readonly type: number;
    readonly contextualKeyword: number;
    readonly start: number;
    readonly end: number;
    readonly scopeDepth: number;
    readonly isType: boolean;
    /** What a name does here: 0 is read, 2 to 7 are declarations, 8 is `{ x }`, 10 is a key; null where it is none of these. */
    readonly identifierRole: number | null;
    /** The same for a `class`, its braces and the names of its members. */
    readonly contextId: number | null;
  }
  /** Of the tokens from `startTokenIndex` up to, but not including, `endTokenIndex`. */
  export interface Scope {
    readonly startTokenIndex: number;
    readonly endTokenIndex: number;
    readonly isFunctionScope: boolean;
  }
  export function parse(code: string, jsx: boolean, typescript: boolean, flow: boolean): { tokens: Token[]; scopes: Scope[] };
}
