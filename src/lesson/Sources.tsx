import Heading from '@theme/Heading';
import type { ReactNode } from 'react';
import styles from './sources.module.css';

/** Where the lesson has its facts from: a list. */
export function Sources({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Heading as="h2" id="sources">
        Sources
      </Heading>
      <div className={styles.sources}>{children}</div>
    </>
  );
}
