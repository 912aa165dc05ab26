import Link from '@docusaurus/Link';
import { PageMetadata } from '@docusaurus/theme-common';
import Layout from '@theme/Layout';
import type { ComponentType } from 'react';
import { usePlace } from '../memory/usePlace.ts';
import { Workbench } from '../workbench/Workbench.tsx';
import type { PublishedExercise } from './publishedExercise.ts';
import styles from './exercises.module.css';

interface ExercisePageProps {
  readonly exercise: PublishedExercise;
  readonly task: ComponentType;
}

/** One exercise: all of the page is its workbench. */
export default function ExercisePage({ exercise, task }: ExercisePageProps) {
  usePlace(exercise.id);
  return (
    <Layout noFooter>
      <PageMetadata
        title={exercise.title}
        description={`An exercise of Faultline: ${exercise.title}. Write it in the page and run its checks.`}
      />
      <main className={styles.page}>
        <nav className={styles.way} aria-label="Way back">
          <Link to="/exercises">All exercises</Link>
          {exercise.hasLesson && <Link to={`/lessons/${exercise.lesson}`}>The lesson to this exercise</Link>}
        </nav>
        <Workbench key={exercise.id} exercise={exercise} Task={task} place="page" />
      </main>
    </Layout>
  );
}
