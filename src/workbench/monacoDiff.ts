/** Shows two versions of an answer side by side, neither to be edited. Loaded with Monaco. */
import { monaco } from './monaco.ts';

interface DiffRequest {
  readonly host: HTMLElement;
  readonly mine: string;
  readonly other: string;
  readonly dark: boolean;
}

/** Answers what closes it. */
export function openDiff({ host, mine, other, dark }: DiffRequest): () => void {
  const original = monaco.editor.createModel(mine, 'typescript');
  const modified = monaco.editor.createModel(other, 'typescript');
  const editor = monaco.editor.createDiffEditor(host, {
    readOnly: true,
    originalEditable: false,
    automaticLayout: true,
    theme: dark ? 'faultline-dark' : 'faultline-light',
    fontFamily: "'Commit Mono', ui-monospace, monospace",
    fontSize: 13,
    lineHeight: 20,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    renderOverviewRuler: false,
    // Below this width they stand one under the other.
    useInlineViewWhenSpaceIsLimited: true,
    originalAriaLabel: 'Mine',
    modifiedAriaLabel: 'The other version',
  });
  // Its own end calls off a comparison that is still being made; the editor's does not.
  const versions = editor.createViewModel({ original, modified });
  editor.setModel(versions);
  return () => {
    for (const one of [editor, versions, original, modified]) one.dispose();
  };
}
