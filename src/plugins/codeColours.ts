/** Colours of code in the editor, at least 4.5:1 on the ground of code in both themes. */

interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly comment: string;
  readonly keyword: string;
  readonly string: string;
  readonly number: string;
  readonly name: string;
}

export const LIGHT: Palette = {
  ground: '#f3f0e9',
  ink: '#1d2530',
  comment: '#5f6470',
  keyword: '#7a2e8e',
  string: '#22603a',
  number: '#8a4a00',
  name: '#0b5583',
};

export const DARK: Palette = {
  ground: '#1b2128',
  ink: '#e4e2dc',
  comment: '#9aa3ad',
  keyword: '#d3a4e8',
  string: '#9ad1a6',
  number: '#f0b878',
  name: '#86c7f2',
};
