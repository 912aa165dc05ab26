import Link from '@docusaurus/Link';
import exercises from '@generated/faultline-catalogue/default/index.json';
import Layout from '@theme/Layout';
import { clsx } from 'clsx';
import { CrashTransaction } from '../frontPage/lateTransaction.ts';
import styles from './index.module.css';

/** The front page: something broken to put right, and three ways in. */
export default function FrontPage() {
  const count = exercises.length;
  return (
    <Layout description="Courseware on fault tolerance in distributed systems: lessons to read, figures to break, programs to write and have graded in the page.">
      <main>
        <div className={styles.top}>
          <div className={styles.pitch}>
            <h1>Learn fault tolerance by breaking things.</h1>
            <p>
              Faultline is a course on distributed systems that go on when a part of them does not. You read how something failed, take it
              apart in a figure, and write the program that survives it. The page runs your program and shows you the smallest case that
              breaks it.
            </p>
            <p className={styles.doors}>
              <Link className={clsx(styles.main)} to="/lessons/partial-failure">
                Start
              </Link>
              <Link to="/exercises">See the exercises</Link>
            </p>
          </div>
          <div className={styles.figure}>
            <h2>Crash one of them. What do the others know?</h2>
            <CrashTransaction />
          </div>
        </div>
        <div className={styles.ways}>
          <section>
            <h2>Learn</h2>
            <p>
              Lessons begin with a failure that happened, then give it a name. Each has a figure to play with and questions that explain
              every wrong choice.
            </p>
            <p>
              <Link to="/lessons">The lessons</Link>
            </p>
          </section>
          <section>
            <h2>Practise</h2>
            <p>
              You write TypeScript in the page and press Run. There is no account and nothing is sent anywhere: your code runs in a sandbox
              in your own browser, and your drafts stay there.
            </p>
            <p>
              <Link to="/exercises">{count === 1 ? 'The exercise' : `The ${count} exercises`}</Link>
            </p>
          </section>
          <section>
            <h2>Teach</h2>
            <p>
              The grader in the page is also a program for the command line and for CI. It gives the same report for the same answer, byte
              for byte.
            </p>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on narrow screens */}
            <pre tabIndex={0}>
              <code>{'npx faultline batch class \\\n  --out grades'}</code>
            </pre>
            <p>
              <Link to="/teach">Grade a class</Link>
            </p>
          </section>
        </div>
        <p className={styles.state}>
          Faultline is young. The lessons and exercises that you find here are complete; the rest of the course, on groups, agreement,
          calls, multicast and recovery, is being written.
        </p>
      </main>
    </Layout>
  );
}
