/** Two versions of an answer, to be seen side by side. */
export interface Comparison {
  readonly title: string;
  readonly mine: string;
  readonly other: string;
  readonly otherName: string;
  /** What the button says that puts the other one into the editor; absent where none may. */
  readonly take?: string;
  /** Asked first. */
  readonly question?: string;
  readonly onYes?: () => void;
}
