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
  }
  export function parse(code: string, jsx: boolean, typescript: boolean, flow: boolean): { tokens: Token[] };
}
