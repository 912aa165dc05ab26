/** A part of a page under one heading: what a search finds. */
export interface Section {
  /** From the course's own folder, with the heading's id: `lessons/partial-failure#what-you-will-learn`. */
  readonly path: string;
  /** The title of the page. */
  readonly page: string;
  /** Empty for what stands above the first heading. */
  readonly heading: string;
  readonly text: string;
}

export const SECTIONS_FILE = 'search-sections.json';
