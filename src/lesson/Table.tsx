/** A table of a lesson. Where it is wider than the page it scrolls, and then Tab leads to it, so that keys can scroll it. */
import { useEffect, useRef, useState, type ComponentProps } from 'react';

export function Table(props: ComponentProps<'table'>) {
  const table = useRef<HTMLTableElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = table.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    // Its own box and those in it: only these grow when the font comes late.
    for (const box of [element, ...element.children]) observer.observe(box);
    return () => observer.disconnect();
  }, []);

  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
  return <table {...props} ref={table} tabIndex={scrolls ? 0 : undefined} />;
}
