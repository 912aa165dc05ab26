import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { AnswerEditor, EditorRequest } from './answerEditor.ts';
import { warmGrader } from './pageGrader.ts';
import { openTextarea } from './textareaEditor.ts';

/** How near the viewport a workbench wakes: about a screenful of scrolling ahead of the reader. */
const WAKE_MARGIN = '400px 0px';

type EditorPhase = 'asleep' | 'loading' | 'monaco' | 'plain';

export interface EditorHandle {
  readonly phase: EditorPhase;
  readonly hostRef: RefObject<HTMLDivElement | null>;
  readonly frameRef: RefObject<HTMLDivElement | null>;
  readonly editor: RefObject<AnswerEditor | undefined>;
  readonly wake: () => void;
}

/** The editor of one workbench: asleep until it is near or wanted, then Monaco, or a textarea where Monaco cannot be loaded. */
export function useAnswerEditor(request: Omit<EditorRequest, 'host' | 'text'> & { readonly text: string | undefined }): EditorHandle {
  const { path, text, dark } = request;
  const [phase, setPhase] = useState<EditorPhase>('asleep');
  const hostRef = useRef<HTMLDivElement>(null);
  const frameRef = useRef<HTMLDivElement>(null);
  const editor = useRef<AnswerEditor>(undefined);
  const latest = useRef(request);
  useEffect(() => {
    latest.current = request;
  });

  const wake = useCallback(() => setPhase((now) => (now === 'asleep' ? 'loading' : now)), []);

  useEffect(() => {
    const frame = frameRef.current;
    if (!frame || phase !== 'asleep') return undefined;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && wake(), {
      rootMargin: WAKE_MARGIN,
    });
    observer.observe(frame);
    return () => observer.disconnect();
  }, [phase, wake]);

  const isAwake = phase !== 'asleep';
  const isReady = isAwake && text !== undefined;
  useEffect(() => {
    const host = hostRef.current;
    if (!isReady || !host) return undefined;
    let current = true;
    warmGrader();
    const open = (how: (wanted: EditorRequest) => AnswerEditor, next: EditorPhase): void => {
      const hadFocus = frameRef.current?.contains(document.activeElement) ?? false;
      editor.current = how({
        host,
        path,
        text: latest.current.text ?? '',
        dark: latest.current.dark,
        onEdit: (source) => latest.current.onEdit(source),
        onRun: () => latest.current.onRun(),
      });
      setPhase(next);
      if (hadFocus) editor.current.focus();
    };
    import('./monacoEditor.ts').then(
      ({ openMonaco }) => {
        if (!current) return;
        try {
          open(openMonaco, 'monaco');
        } catch {
          open(openTextarea, 'plain');
        }
      },
      () => current && open(openTextarea, 'plain'),
    );
    return () => {
      current = false;
      editor.current?.dispose();
      editor.current = undefined;
    };
  }, [isReady, path]);

  useEffect(() => {
    if (phase === 'monaco') editor.current?.setDark(dark);
  }, [dark, phase]);

  return { phase, hostRef, frameRef, editor, wake };
}
