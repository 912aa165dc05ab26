/** The plain editor: what every browser has. */
import { EDITOR_NAME, type AnswerEditor, type EditorRequest } from './answerEditor.ts';

export function openTextarea({ host, text, onEdit }: EditorRequest): AnswerEditor {
  const area = document.createElement('textarea');
  area.setAttribute('aria-label', EDITOR_NAME);
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.value = text;
  area.addEventListener('input', () => onEdit(area.value));
  host.replaceChildren(area);
  return {
    text: () => area.value,
    replace(next) {
      area.value = next;
      onEdit(next);
    },
    mark: () => undefined,
    goTo(line, column) {
      const before = area.value.split('\n').slice(0, line - 1);
      const at = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
      area.focus();
      area.setSelectionRange(at, at);
    },
    focus: () => area.focus(),
    setDark: () => undefined,
    dispose: () => area.remove(),
  };
}
