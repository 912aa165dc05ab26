/** Opens Monaco on one answer. Loaded with Monaco, when a workbench wakes. */
import { EDITOR_NAME, type AnswerEditor, type EditorRequest } from './answerEditor.ts';
import { monaco } from './monaco.ts';

/** Owner of the markers that come from the grader; the language service has its own. */
const GRADER = 'faultline';

export function openMonaco(request: EditorRequest): AnswerEditor {
  const model = monaco.editor.createModel(request.text, 'typescript', monaco.Uri.parse(`file:///${request.path}.ts`));
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  const editor = monaco.editor.create(request.host, {
    model,
    theme: themeOf(request.dark),
    ariaLabel: EDITOR_NAME,
    automaticLayout: true,
    fontFamily: "'Commit Mono', ui-monospace, monospace",
    fontSize: 14,
    lineHeight: 22,
    padding: { top: 12, bottom: 12 },
    lineNumbersMinChars: 3,
    folding: false,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    // The page goes on scrolling when the answer is at its end.
    scrollbar: { alwaysConsumeMouseWheel: false },
    overviewRulerLanes: 0,
    // Dimmed, the last number could not be read, nor a name that is not used yet.
    renderFinalNewline: 'on',
    showUnused: false,
    tabSize: 2,
    fixedOverflowWidgets: true,
    renderLineHighlight: 'line',
  });
  const run = editor.addAction({
    id: 'faultline.run',
    label: 'Run the checks',
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
    run: request.onRun,
  });
  const edits = model.onDidChangeContent(() => {
    monaco.editor.setModelMarkers(model, GRADER, []);
    request.onEdit(textOf());
  });
  // It has measured the fallback if the font has come later.
  void document.fonts.load("14px 'Commit Mono'").then(() => monaco.editor.remeasureFonts());

  function textOf(): string {
    return model.getValue(monaco.editor.EndOfLinePreference.LF);
  }

  return {
    text: textOf,
    replace(text) {
      editor.pushUndoStop();
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      editor.pushUndoStop();
    },
    mark(diagnostics) {
      const markers = diagnostics.flatMap(({ code, message, line, column = 1 }) => {
        if (line === undefined) return [];
        const at = model.validatePosition({ lineNumber: line, column });
        const word = model.getWordAtPosition(at);
        return {
          severity: monaco.MarkerSeverity.Error,
          code,
          message,
          startLineNumber: at.lineNumber,
          startColumn: at.column,
          endLineNumber: at.lineNumber,
          endColumn: word?.endColumn ?? at.column + 1,
        };
      });
      monaco.editor.setModelMarkers(model, GRADER, markers);
    },
    goTo(lineNumber, column) {
      const at = model.validatePosition({ lineNumber, column });
      editor.setPosition(at);
      editor.revealPositionInCenterIfOutsideViewport(at);
      editor.focus();
    },
    focus: () => editor.focus(),
    setDark: (dark) => monaco.editor.setTheme(themeOf(dark)),
    dispose() {
      for (const one of [run, edits, editor, model]) one.dispose();
    },
  };
}

function themeOf(dark: boolean): string {
  return dark ? 'faultline-dark' : 'faultline-light';
}
