import type { Diagnostic } from '../../grader/base/report.ts';

/** Where the answer is written: Monaco, or a textarea where Monaco cannot be had. */
export interface AnswerEditor {
  text(): string;
  /** Replaces everything; where the editor can, as one step that can be undone. */
  replace(text: string): void;
  /** Marks what the grader found, until the next edit. */
  mark(diagnostics: readonly Diagnostic[]): void;
  /** Puts the caret there and the focus into the editor. */
  goTo(line: number, column: number): void;
  focus(): void;
  setDark(dark: boolean): void;
  dispose(): void;
}

export interface EditorRequest {
  readonly host: HTMLElement;
  /** Distinct on a page: becomes the path of the model. */
  readonly path: string;
  readonly text: string;
  readonly dark: boolean;
  readonly onEdit: (text: string) => void;
  readonly onRun: () => void;
}

/** The accessible name of the editor's text box. */
export const EDITOR_NAME = 'Your answer';
