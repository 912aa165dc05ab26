import Link from '@docusaurus/Link';
import { PageMetadata } from '@docusaurus/theme-common';
import { Continue } from '../../../memory/Continue.tsx';
import styles from '../../../memory/progress.module.css';

/** What stands where no page is: the ways back, the reader's own too. */
export default function NotFoundContent() {
  return (
    <main className={styles.page}>
      <PageMetadata title="There is no page here" />
      <h1>There is no page here</h1>
      <p>
        The address may have been mistyped or cut short, or the page may have another one now. See all <Link to="/lessons">lessons</Link>{' '}
        and <Link to="/exercises">exercises</Link>, or search the whole course.
      </p>
      <p>What you wrote and how far you are is kept in your browser, and does not depend on this address.</p>
      <Continue />
    </main>
  );
}
