/**
 * A term in running text, whose meaning shows when it is pointed at, focused or tapped.
 *
 * The meaning is in the top layer, so that no table cuts it off, and stays within the window. Before scripts run the term is a plain word
 * with a title.
 */
import Link from '@docusaurus/Link';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './term.module.css';
import { showOnDemand } from './termPopover.ts';
import { termOf } from './terms.ts';
import { useLessonPath } from './useLessonPath.ts';

export function Term({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { name, lesson, means } = termOf(id);
  const path = useLessonPath(lesson);
  const isBrowser = useIsBrowser();
  const meansId = useId();
  const whole = useRef<HTMLSpanElement>(null);
  const popover = useRef<HTMLSpanElement>(null);

  useEffect(() => (whole.current && popover.current ? showOnDemand(whole.current, popover.current) : undefined), []);

  return (
    <span ref={whole}>
      <button type="button" className={styles.term} aria-describedby={meansId} title={isBrowser ? undefined : means}>
        {children}
      </button>
      <span ref={popover} popover="manual" className={styles.popover}>
        <strong>{name}</strong>
        <span id={meansId}>{means}</span>
        {path !== undefined && <Link to={path}>The lesson that introduces it</Link>}
      </span>
    </span>
  );
}
