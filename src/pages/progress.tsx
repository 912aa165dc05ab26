import Layout from '@theme/Layout';
import { AnswersFolder } from '../memory/AnswersFolder.tsx';
import { Continue } from '../memory/Continue.tsx';
import { CourseMap } from '../memory/CourseMap.tsx';
import { Forgetting } from '../memory/Forgetting.tsx';
import styles from '../memory/progress.module.css';
import { TakeAlong } from '../memory/TakeAlong.tsx';
import { Totals } from '../memory/Totals.tsx';
import { useProblem } from '../memory/useProblem.ts';

/** How far the reader is, and what can be done with what is kept of it. */
export default function ProgressPage() {
  const problem = useProblem();
  return (
    <Layout title="Progress" description="How far you are in the course, and a file to take it with you.">
      <main className={styles.page}>
        <h1>Your progress</h1>
        <Totals />
        {problem !== undefined && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        <noscript>
          <p>What you do is kept by a script. Without JavaScript, nothing is.</p>
        </noscript>
        <Continue />
        <CourseMap />
        <TakeAlong />
        <AnswersFolder />
        <Forgetting />
      </main>
    </Layout>
  );
}
