/**
 * A run as a space-time diagram that can be walked through: by its slider, its buttons, the arrow keys, a click on a step.
 *
 * The drawing is made once (`grader/diagram`); a step only moves the line of the present and what veils the future. Each step stands in words
 * too, which is the version for those who hear the page.
 *
 * For browser tests: group "Space-time diagram"; slider "Step"; buttons "Back", "Forward", "Play"; `data-step` on the group; list "Steps of the run".
 */
import { clsx } from 'clsx';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { layoutOf, type DiagramRun, type Layout } from '../../grader/diagram/layout.ts';
import { DIAGRAM_STYLE } from '../../grader/diagram/style.ts';
import { svgOf } from '../../grader/diagram/svg.ts';
import { stepWords } from '../../grader/trace/stepWords.ts';
import { DiagramControls } from './DiagramControls.tsx';
import styles from './diagram.module.css';
import { StateView, type FieldsAt } from './StateView.tsx';
import { StepList } from './StepList.tsx';

export interface SpaceTimeDiagramProps {
  readonly run: DiagramRun;
  /** Steps that are over: 0 to the number of steps. */
  readonly step: number;
  readonly onStep: (step: number) => void;
  /** The fields of instances as they changed, where they are known. */
  readonly fields?: readonly FieldsAt[] | undefined;
  readonly name?: string;
  /** The states of processes are left out. */
  readonly plain?: boolean;
}

export function SpaceTimeDiagram({ run, step, onStep, fields, name = 'Space-time diagram', plain = false }: SpaceTimeDiagramProps) {
  const layout = useMemo(() => layoutOf(run), [run]);
  const svg = useMemo(() => ({ __html: svgOf(layout) }), [layout]);
  const words = useMemo(() => stepWords(run.trace), [run]);
  const ends = useMemo(() => eventsAfter(words), [words]);
  const [zoom, setZoom] = useState(1);
  const scroller = useRef<HTMLDivElement>(null);
  const last = words.length;
  const now = presentAfter(layout, step) * zoom;

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const isSeen = now > box.scrollLeft + 60 && now < box.scrollLeft + box.clientWidth - 60;
    if (!isSeen) box.scrollLeft = now - box.clientWidth * 0.7;
  }, [now]);

  function onKeyDown(event: KeyboardEvent): void {
    const goal = { ArrowLeft: step - 1, ArrowRight: step + 1, Home: 0, End: last }[event.key];
    if (goal === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onStep(Math.min(last, Math.max(0, goal)));
  }

  function onClick({ clientX, currentTarget }: MouseEvent<HTMLDivElement>): void {
    const x = (clientX - currentTarget.getBoundingClientRect().left) / zoom;
    const after = layout.stepEnds.findIndex((end) => end >= x - 8);
    onStep(after < 0 ? last : after + 1);
  }

  return (
    <section className={styles.diagram} aria-label={name} data-part="diagram" data-step={step} data-steps={last}>
      <style href="fl-space-time" precedence="default">
        {DIAGRAM_STYLE}
      </style>
      <div className={styles.picture}>
        <ul className={styles.names} style={{ height: layout.height * zoom }} aria-label="Processes">
          {layout.lanes.map(({ process, y, isAdversary }) => (
            <li key={process} style={{ top: y * zoom }} title={process}>
              <span>
                {process}
                {isAdversary && <small> (Byzantine)</small>}
              </span>
            </li>
          ))}
        </ul>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrow keys step */}
        <section
          className={styles.scroller}
          ref={scroller}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={`${name}: the picture, which the arrow keys step through`}
          onKeyDown={onKeyDown}
        >
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the keys are those of the picture */}
          <div className={styles.canvas} style={{ width: layout.width * zoom, height: layout.height * zoom }} onClick={onClick}>
            <svg
              className="fl-space-time"
              width={layout.width * zoom}
              height={layout.height * zoom}
              viewBox={`0 0 ${layout.width} ${layout.height}`}
              aria-hidden="true"
              dangerouslySetInnerHTML={svg}
            />
            <div className={styles.veil} style={{ left: now }} />
            {step < last && <div className={styles.now} style={{ left: now }} />}
          </div>
        </section>
      </div>
      <DiagramControls step={step} last={last} onStep={onStep} zoom={zoom} onZoom={setZoom} onKeyDown={onKeyDown} />
      <StepWordsNow
        step={step}
        last={last}
        sentences={words[step - 1]?.sentences ?? []}
        isBroken={step === last && layout.violation !== undefined}
      />
      {!plain && <StateView run={run} count={ends[step] ?? 0} fields={fields} />}
      <StepList words={words} step={step} onStep={onStep} />
    </section>
  );
}

/** Where the present is drawn: right before the next step begins. */
function presentAfter({ stepEnds, stepStarts, width }: Layout, step: number): number {
  if (step >= stepEnds.length) return width;
  return Math.max((stepStarts[step] ?? width) - 12, step === 0 ? 8 : 0);
}

/** How many events are over after each step. */
function eventsAfter(words: ReturnType<typeof stepWords>): readonly number[] {
  const ends = [0];
  for (const { sentences } of words) ends.push((ends.at(-1) ?? 0) + sentences.length);
  return ends;
}

interface StepWordsNowProps {
  readonly step: number;
  readonly last: number;
  readonly sentences: readonly string[];
  readonly isBroken: boolean;
}

function StepWordsNow({ step, last, sentences, isBroken }: StepWordsNowProps) {
  return (
    <p className={clsx(styles.sentence, isBroken && styles.brokenSentence)} aria-live="polite">
      <b>{step === 0 ? `Before the first of ${last} steps.` : `Step ${step} of ${last}.`}</b> {sentences.join('; ')}
    </p>
  );
}
