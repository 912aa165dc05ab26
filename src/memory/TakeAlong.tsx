/** Progress as a file: to save it, and to bring in one that was saved. A file is read and told first, and brought in only then. */
import { useRef, useState, type ChangeEvent } from 'react';
import { download } from './download.ts';
import { pageMemory } from './pageMemory.ts';
import { fileName, fileText, previewOf, readFile } from './progressFile.ts';
import styles from './progress.module.css';
import type { Contents } from './tables.ts';

type Import =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'read'; readonly name: string; readonly contents: Contents; readonly preview: string }
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'done' };

export async function saveProgress(): Promise<void> {
  const contents = await pageMemory().contents();
  download(fileName(new Date()), fileText(contents), 'application/json');
}

export function TakeAlong() {
  const [state, setState] = useState<Import>({ kind: 'none' });
  const input = useRef<HTMLInputElement>(null);

  async function onFile({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = currentTarget.files ?? [];
    if (!file) return;
    const reading = readFile(await file.text());
    // The same file may be chosen again after it was mended.
    currentTarget.value = '';
    if (reading.kind === 'refused') return setState(reading);
    const { contents } = reading;
    const preview = previewOf(await pageMemory().contents(), contents);
    if (preview === undefined) return setState({ kind: 'known', name: file.name });
    return setState({ kind: 'read', name: file.name, contents, preview });
  }

  async function bringIn(contents: Contents): Promise<void> {
    await pageMemory().absorb(contents);
    finish({ kind: 'done' });
  }

  /** The button that was pressed is gone: the focus goes back to where it all began. */
  function finish(next: Import): void {
    setState(next);
    input.current?.focus();
  }

  return (
    <section className={styles.module}>
      <h2>Take it with you</h2>
      <p>
        One file holds everything: your code with its earlier versions, your attempts, your quiz answers, the lessons you have read. A
        browser may clear what it keeps, so save the file now and then. It can be brought into another browser, and adds to what is there.
      </p>
      <div className={styles.buttons}>
        <button type="button" className={styles.main} onClick={() => void saveProgress()}>
          Save my progress as a file
        </button>
        <label className={styles.file}>
          <span>Bring in a file</span>
          <input ref={input} type="file" accept=".json,application/json" onChange={(event) => void onFile(event)} />
        </label>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `output` may not hold paragraphs */}
      <div role="status" className={styles.status}>
        {state.kind === 'refused' && <p className={styles.problem}>{state.why}</p>}
        {state.kind === 'known' && <p>Everything in {state.name} is here already, so there is nothing to bring in.</p>}
        {state.kind === 'done' && <p>Done. What was in the file is here now, beside what was here before.</p>}
        {state.kind === 'read' && (
          <>
            <p>
              <strong>{state.name}</strong>: {state.preview}
            </p>
            <div className={styles.buttons}>
              <button type="button" className={styles.main} onClick={() => void bringIn(state.contents)}>
                Bring it in
              </button>
              <button type="button" onClick={() => finish({ kind: 'none' })}>
                Leave it
              </button>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
