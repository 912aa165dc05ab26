/**
 * The frame of a figure: its question, what is played with, the sentence that says what is the case now, and the way back to the start.
 *
 * The sentence is seen at once and read out when it has come to rest, or dragging would bury a listener in sentences. It holds no
 * controls: what is seen is hidden from those who hear it.
 */
import { clsx } from 'clsx';
import { useEffect, useId, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import styles from './figure.module.css';

const REST_MS = 300;

interface FigureProps {
  readonly id: string;
  readonly title: string;
  readonly sentence: ReactNode;
  readonly onReset: () => void;
  readonly children: ReactNode;
  /** Up to 960 px instead of 780. */
  readonly wide?: boolean;
  /** Room kept for the sentence, so that nothing moves when it changes. */
  readonly sentenceLines?: number;
}

export function Figure({ id, title, sentence, onReset, children, wide = false, sentenceLines = 2 }: FigureProps) {
  const titleId = useId();
  const seen = useRef<HTMLDivElement>(null);
  const spoken = useRestingText(seen);

  return (
    <figure
      id={`figure-${id}`}
      className={clsx(styles.figure, wide && styles.wide)}
      style={{ '--lines': sentenceLines } as CSSProperties}
      aria-labelledby={titleId}
    >
      <figcaption id={titleId} className={styles.title}>
        {title}
      </figcaption>
      {children}
      <div className={styles.foot}>
        <div ref={seen} className={styles.sentence} aria-hidden="true">
          {sentence}
        </div>
        <div className={styles.spoken} aria-live="polite">
          {spoken ?? sentence}
        </div>
        <button type="button" className={styles.reset} onClick={onReset}>
          Start again
        </button>
      </div>
    </figure>
  );
}

/** The text of an element once it has not changed for a while; undefined until it first changes. */
function useRestingText(element: { readonly current: HTMLElement | null }): string | undefined {
  const [text, setText] = useState<string>();
  const last = useRef<string>(undefined);

  // After every rendering: what the element says is known only then.
  useEffect(() => {
    const now = textOf(element.current);
    last.current ??= now;
    if (last.current === now) return undefined;
    const timer = setTimeout(() => {
      last.current = now;
      setText(now);
    }, REST_MS);
    return () => clearTimeout(timer);
  });

  return text;
}

/** Paragraphs are kept apart. */
function textOf(element: HTMLElement | null): string {
  const parts = element && element.children.length > 0 ? [...element.children] : [element];
  return parts.map((part) => part?.textContent ?? '').join(' ');
}
