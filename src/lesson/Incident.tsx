import Link from '@docusaurus/Link';
import { useId, type ReactNode } from 'react';
import styles from './incident.module.css';

interface IncidentProps {
  /** What and when. */
  readonly title: string;
  /** Name of the report, who published it, year. */
  readonly source: string;
  readonly href?: string;
  readonly children: ReactNode;
}

/** Something that really happened, and who says so. */
export function Incident({ title, source, href, children }: IncidentProps) {
  const titleId = useId();
  return (
    <section className={styles.incident} aria-labelledby={titleId}>
      <p id={titleId} className={styles.title}>
        {title}
      </p>
      {children}
      <p className={styles.source}>Source: {href === undefined ? source : <Link href={href}>{source}</Link>}</p>
    </section>
  );
}
