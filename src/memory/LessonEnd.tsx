/**
 * The end of a lesson, which nobody sees: it remembers that the lesson was opened, which heading was reached, and that its end was.
 *
 * A place counts when it has been in sight for a moment: who comes from the foot of another lesson has this one's foot in sight until
 * the page has scrolled to its top.
 */
import { useEffect, useRef } from 'react';
import { pageMemory } from './pageMemory.ts';
import type { LessonVisit } from './records.ts';

const MOMENT_MS = 1500;
const HEADINGS = '.theme-doc-markdown > h2[id]';

export function LessonEnd({ lesson }: { readonly lesson: string }) {
  const endRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const memory = pageMemory();
    const firstAt = memory.now();
    const remember = (more: Pick<LessonVisit, 'heading' | 'finishedAt'>): void => {
      void memory.add('lessons', { lesson, firstAt, lastAt: memory.now(), ...more });
    };
    remember({});
    void memory.add('places', { kind: 'lesson', id: lesson, at: firstAt });

    const timers = new Map<Element, number>();
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        clearTimeout(timers.get(target));
        if (!isIntersecting) continue;
        const onStay = (): void => {
          const at = memory.now();
          remember(target === endRef.current ? { finishedAt: at } : { heading: { id: target.id, at } });
        };
        timers.set(target, window.setTimeout(onStay, MOMENT_MS));
      }
    });
    for (const heading of document.querySelectorAll(HEADINGS)) observer.observe(heading);
    if (endRef.current) observer.observe(endRef.current);
    return () => {
      for (const timer of timers.values()) clearTimeout(timer);
      observer.disconnect();
    };
  }, [lesson]);

  return <div ref={endRef} />;
}
