import Link from '@docusaurus/Link';
import { PageMetadata } from '@docusaurus/theme-common';
import course from '@generated/faultline-course/default/course.json';
import Layout from '@theme/Layout';
import { Mark, exerciseWords } from '../memory/Mark.tsx';
import { useProgress } from '../memory/useProgress.ts';
import type { ExerciseSummary } from './publishedExercise.ts';
import styles from './exercises.module.css';

const TITLES = new Map(course.flatMap((module) => module.lessons.map(({ id, title }) => [id, title])));

interface ExerciseIndexPageProps {
  readonly exercises: readonly ExerciseSummary[];
}

export default function ExerciseIndexPage({ exercises }: ExerciseIndexPageProps) {
  const progress = useProgress();
  return (
    <Layout>
      <PageMetadata title="Exercises" description="The exercises of Faultline: programs about fault tolerance, graded by running them." />
      <main className={styles.index}>
        <h1>Exercises</h1>
        <p className={styles.lead}>
          You write a small program; Faultline runs it against every input, or as many as it can, and tells you the smallest thing that
          breaks it. They stand in the order of the course.
        </p>
        <ol className={styles.list}>
          {exercises.map((exercise) => (
            <li key={exercise.id}>
              <div className={styles.name}>
                <Mark stage={progress?.exercise(exercise.id).stage} />
                <div>
                  <h2>
                    <Link to={`/exercises/${exercise.id}`}>{exercise.title}</Link>
                  </h2>
                  <p className={styles.stage}>{progress && exerciseWords(progress.exercise(exercise.id))}</p>
                </div>
              </div>
              <dl className={styles.facts}>
                <Fact name="Level" value={exercise.level} />
                <Fact name="Points" value={String(exercise.points)} />
                <Fact name="Kind" value={exercise.core ? 'core' : 'optional'} />
                <div>
                  <dt>Lesson</dt>
                  <dd>
                    {exercise.hasLesson ? <Link to={`/lessons/${exercise.lesson}`}>{TITLES.get(exercise.lesson)}</Link> : 'not written yet'}
                  </dd>
                </div>
              </dl>
            </li>
          ))}
        </ol>
      </main>
    </Layout>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
