/**
 * The workbench: the task, an editor, and what the grader says of the answer.
 *
 * For browser tests and for assistive technology, these hold:
 * - region "Workbench: <title>"; in it the buttons "Run", "Stop" (enabled while running), "Reset", "Show a hint" and "Another hint";
 * - `data-editor` on the region: `asleep`, `loading`, `monaco` or `plain` (a textarea); text box "Your answer" once awake;
 * - Reset opens a dialog with "Put the starter back" and "Keep my code"; after it, "Undo reset" until the next edit;
 * - role=status: the summary, "3 of 7 checks · 45 of 100 points", with `data-verdict` (the report's verdict, or `idle`, `running`,
 *   `stopped`, `fault`); it takes the focus when a run ends, and Escape leads from there back into the editor;
 * - each check: `[data-check="<id>"][data-status="passed|failed|inconclusive|not-run"]`, a `<details>` where there is more to say;
 * - in it, for a run: list "Steps of the run", group "Space-time diagram of the run", and the command that replays it;
 * - while one explores: `[data-part=exploring]`, worlds, depth and rate, which is no live region;
 * - each diagnostic: `[data-diagnostic="<code>"]` with a button "Line 3, column 5"; button "Report (JSON)" after a run.
 */
import { useColorMode } from '@docusaurus/theme-common';
import MDXContent from '@theme/MDXContent';
import { clsx } from 'clsx';
import { lazy, Suspense, useEffect, useId, useRef, useState, type ComponentType, type CSSProperties } from 'react';
import type { Report } from '../../grader/base/report.ts';
import type { PublishedExercise } from '../exercises/publishedExercise.ts';
import { rememberAttempt } from '../memory/attempts.ts';
import { DraftNotices } from '../memory/DraftNotices.tsx';
import { pageMemory } from '../memory/pageMemory.ts';
import { useDraft } from '../memory/useDraft.ts';
import { useProgress } from '../memory/useProgress.ts';
import { useSetting } from '../memory/useSetting.ts';
import { loadRunView } from './CheckItem.tsx';
import { Hints } from './Hints.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { LinkedCode } from './LinkedCode.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { PaneEdge } from './PaneEdge.tsx';
import { Parts, type Part } from './Parts.tsx';
import { ResetDialog } from './ResetDialog.tsx';
import { Results } from './Results.tsx';
import { ScrollText } from './ScrollText.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useAnswerEditor } from './useAnswerEditor.ts';
import { useComparison, useLinkedCode } from './useComparison.ts';
import { useGrading } from './useGrading.ts';
import { useKeys } from './useKeys.ts';
import styles from './workbench.module.css';

/** Loaded when something is compared. */
const CompareDialog = lazy(() => import('./CompareDialog.tsx'));

interface WorkbenchProps {
  readonly exercise: PublishedExercise;
  readonly Task: ComponentType;
  /** A page of its own, in up to three columns, or a part of a lesson, in one. */
  readonly place?: 'page' | 'lesson';
}

export function Workbench({ exercise, Task, place = 'lesson' }: WorkbenchProps) {
  const { colorMode } = useColorMode();
  const draft = useDraft(exercise);
  const { state, run, stop } = useGrading(exercise.id);
  const dialog = useRef<HTMLDialogElement>(null);
  const [undo, setUndo] = useState<string>();
  const keysDialog = useRef<HTMLDialogElement>(null);
  const bench = useRef<HTMLElement>(null);
  const isResetting = useRef(false);
  const [part, setPart] = useState<Part>();
  const [taskWidth, setTaskWidth] = useSetting('task-width', 24);
  const [resultsWidth, setResultsWidth] = useSetting('results-width', 34);
  const comparing = useComparison(exercise.id);
  const { linked, forget } = useLinkedCode(place === 'page');
  const shown = part ?? (linked ? 'code' : 'task');
  const isSolved = useProgress()?.exercise(exercise.id).stage === 'done';

  const { editor, hostRef, frameRef, phase, wake } = useAnswerEditor({
    path: `${exercise.id}-${useId().replaceAll(/\W/g, '')}/answer`,
    text: draft.initial,
    dark: colorMode === 'dark',
    onEdit(source) {
      draft.keep(source);
      if (!isResetting.current) setUndo(undefined);
    },
    onRun,
  });

  const report = state.kind === 'done' ? state.report : undefined;
  useEffect(() => {
    if (!report) return;
    editor.current?.mark(report.diagnostics);
    void rememberAttempt(pageMemory(), report);
  }, [editor, report]);

  function sourceNow(): string {
    return editor.current?.text() ?? draft.initial ?? exercise.starter;
  }

  function onRun(): void {
    wake();
    // Should that fail, it is tried again when there is something to draw.
    loadRunView().catch(() => undefined);
    draft.snapshot(sourceNow(), 'run');
    run(sourceNow());
    setPart('results');
  }

  function replace(text: string, undone: string | undefined): void {
    draft.snapshot(sourceNow(), 'reset');
    isResetting.current = true;
    editor.current?.replace(text);
    isResetting.current = false;
    setUndo(undone);
    editor.current?.focus();
  }

  function take(source: string): void {
    comparing.close();
    forget();
    replace(source, undefined);
  }

  useKeys(bench, {
    onRun,
    onStop: stop,
    onHelp: () => keysDialog.current?.showModal(),
    onEscape() {
      setPart('code');
      editor.current?.focus();
    },
  });

  const isAwake = phase === 'monaco' || phase === 'plain';
  const Title = place === 'page' ? 'h1' : 'h3';
  const Heading = place === 'page' ? 'h2' : 'h4';
  const lines = { '--answer-lines': exercise.starter.trimEnd().split('\n').length + 2 } as CSSProperties;

  return (
    <section
      ref={bench}
      className={clsx(styles.workbench, place === 'page' ? styles.page : styles.lesson)}
      aria-label={`Workbench: ${exercise.title}`}
      data-exercise={exercise.id}
      data-editor={phase}
      data-shown={shown}
      style={{ '--task-width': `${taskWidth}%`, '--results-width': `${resultsWidth}%` } as CSSProperties}
    >
      {place === 'page' && <Parts shown={shown} onShow={setPart} badge={badgeOf(report)} />}
      <div className={styles.task}>
        <Title className={styles.title}>{exercise.title}</Title>
        <p className={styles.meta}>
          {exercise.level} · {exercise.points} points · {exercise.core ? 'core' : 'optional'}
        </p>
        <div className="markdown">
          <MDXContent>
            <Task />
          </MDXContent>
        </div>
        <Hints hints={exercise.hints} />
      </div>
      {place === 'page' && <PaneEdge name="task" width={taskWidth} onWidth={setTaskWidth} />}
      <div className={styles.answer}>
        <LinkedCode linked={linked} onLook={(source) => comparing.withLink(sourceNow(), source)} onForget={forget} />
        <Heading className={styles.heading}>
          <span className={styles.file}>{exercise.id}.ts</span>
        </Heading>
        <div className={styles.frame} style={lines} ref={frameRef} onFocus={wake} onPointerDown={wake}>
          {!isAwake && (
            <ScrollText className={styles.still} name={`Starter of ${exercise.title}`} text={draft.initial ?? exercise.starter} />
          )}
          <div className={styles.host} ref={hostRef} />
        </div>
        <Toolbar
          isRunning={state.kind === 'running'}
          canUndoReset={undo !== undefined}
          onRun={onRun}
          onStop={stop}
          onReset={() => dialog.current?.showModal()}
          onUndoReset={() => undo !== undefined && replace(undo, undefined)}
        >
          <MoreMenu
            exercise={exercise.id}
            sourceNow={sourceNow}
            onSolution={() => comparing.withSolution(sourceNow(), isSolved)}
            onEarlier={(snapshot) => comparing.withEarlier(sourceNow(), snapshot)}
            onKeys={() => keysDialog.current?.showModal()}
          />
        </Toolbar>
        <DraftNotices
          draft={draft}
          exercise={exercise.id}
          starter={exercise.starter}
          sourceNow={sourceNow}
          show={(source) => editor.current?.replace(source)}
        />
        <p className={styles.note}>
          {phase === 'plain' && 'The code editor could not be loaded, so this is a plain one. Run works all the same. '}
          {draft.problem === undefined && 'Your code is kept in this browser. '}
          {phase === 'monaco' && (
            <>
              <kbd>Ctrl</kbd> <kbd>M</kbd> lets <kbd>Tab</kbd> leave the editor. <kbd>?</kbd> outside of it lists all keys.
            </>
          )}
        </p>
        <noscript>
          <p className={styles.note}>To write and run an answer here, the page needs JavaScript.</p>
        </noscript>
        <ResetDialog dialogRef={dialog} onReset={() => replace(exercise.starter, sourceNow())} />
        <KeysDialog dialogRef={keysDialog} />
        {comparing.comparison && (
          <Suspense fallback={undefined}>
            <CompareDialog
              comparison={comparing.comparison}
              dark={colorMode === 'dark'}
              hasMonaco={phase === 'monaco'}
              onTake={take}
              onClose={comparing.close}
            />
          </Suspense>
        )}
      </div>
      {place === 'page' && <PaneEdge name="results" width={resultsWidth} onWidth={setResultsWidth} isRight />}
      <Results exercise={exercise} state={state} Heading={Heading} onGoTo={(line, column) => editor.current?.goTo(line, column)} />
    </section>
  );
}

/** What the tab of the results says. */
function badgeOf(report: Report | undefined): string {
  if (!report) return '';
  const failed = report.checks.filter((check) => check.status === 'failed').length;
  return failed > 0 ? `${failed} failed` : report.verdict;
}
