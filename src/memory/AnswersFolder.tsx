/** All answers as a folder: to grade them at a terminal or to hand them in, and to bring such a folder into the page. */
import exercises from '@generated/faultline-catalogue/default/index.json';
import { useRef, useState, type ChangeEvent } from 'react';
import type { PublishedExercise } from '../exercises/publishedExercise.ts';
import { packAnswers, readAnswers, unpack, type AnswerFile } from './answersFolder.ts';
import { download } from './download.ts';
import { isUntouched } from './merge.ts';
import { pageMemory } from './pageMemory.ts';
import { previewOf } from './progressFile.ts';
import styles from './progress.module.css';
import type { Contents } from './tables.ts';

type Reading =
  | { readonly kind: 'none' | 'empty' | 'done' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'read'; readonly contents: Contents; readonly preview: string | undefined; readonly skipped: readonly string[] };

export function AnswersFolder() {
  const [state, setState] = useState<Reading>({ kind: 'none' });
  const input = useRef<HTMLInputElement>(null);

  async function save(): Promise<void> {
    const { drafts } = await pageMemory().contents();
    const mine = drafts.filter((draft) => !isUntouched(draft));
    if (mine.length === 0) return setState({ kind: 'empty' });
    return download('faultline-answers.zip', packAnswers(mine), 'application/zip');
  }

  async function onFiles({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const files = [...(currentTarget.files ?? [])];
    currentTarget.value = '';
    try {
      const starters = await startersByExercise();
      const read = readAnswers((await Promise.all(files.map(filesIn))).flat(), (exercise) => starters.get(exercise), Date.now());
      setState({ kind: 'read', ...read, preview: previewOf(await pageMemory().contents(), read.contents) });
    } catch (error) {
      setState({ kind: 'refused', why: `The file could not be read: ${error instanceof Error ? error.message : String(error)}.` });
    }
  }

  async function bringIn(contents: Contents): Promise<void> {
    await pageMemory().absorb(contents);
    setState({ kind: 'done' });
    input.current?.focus();
  }

  return (
    <section className={styles.module}>
      <h2>Your answers as a folder</h2>
      <p>
        One file of TypeScript for each exercise that you have begun, as <code>npx faultline grade answers</code> takes them. A folder that
        you worked on elsewhere can be brought in: choose its files, or the ZIP file.
      </p>
      <div className={styles.buttons}>
        <button type="button" onClick={() => void save()}>
          Download all answers
        </button>
        <label className={styles.file}>
          <span>Bring in answers</span>
          <input ref={input} type="file" multiple accept=".zip,.ts" onChange={(event) => void onFiles(event)} />
        </label>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `output` may not hold paragraphs */}
      <div role="status" className={styles.status}>
        {state.kind === 'empty' && <p>You have not begun any exercise in this browser yet.</p>}
        {state.kind === 'refused' && <p className={styles.problem}>{state.why}</p>}
        {state.kind === 'done' && <p>Done. Code that had to give way is among the earlier versions of its exercise.</p>}
        {state.kind === 'read' && (
          <>
            {state.skipped.map((why) => (
              <p key={why}>Left out: {why}</p>
            ))}
            <p>{state.preview ?? 'There is nothing new in these files.'}</p>
            {state.preview !== undefined && (
              <div className={styles.buttons}>
                <button type="button" className={styles.main} onClick={() => void bringIn(state.contents)}>
                  Bring them in
                </button>
                <button type="button" onClick={() => setState({ kind: 'none' })}>
                  Leave them
                </button>
              </div>
            )}
          </>
        )}
      </div>
    </section>
  );
}

async function filesIn(file: File): Promise<readonly AnswerFile[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return file.name.endsWith('.zip') ? unpack(bytes) : [{ path: file.name, bytes }];
}

async function startersByExercise(): Promise<ReadonlyMap<string, string>> {
  const published = await Promise.all(
    exercises.map(({ id }) =>
      import(`@generated/faultline-catalogue/default/${id}.json`).then((module: { default: PublishedExercise }) => module.default),
    ),
  );
  return new Map(published.map(({ id, starter }) => [id, starter]));
}
