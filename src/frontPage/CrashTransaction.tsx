/**
 * A transaction that runs by itself, and three processes to crash. Steps are those of the simulator; what can become of each crash is visited
 * in the background, by the same explorer that grades.
 *
 * Where motion is not wanted, nothing runs by itself, and a button takes each step.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { SpaceTimeDiagram } from '../diagram/SpaceTimeDiagram.tsx';
import { newCommitRuns, usualOffer, type CommitRun } from '../figures/commit/commitRun.ts';
import { standingsOf } from '../figures/commit/standings.ts';
import { stepsOf } from '../../grader/trace/steps.ts';
import styles from './crashTransaction.module.css';
import { FRONT_PROCESSES, STEPPED } from './frontScenarios.ts';
import { newsOf } from './news.ts';
import { useVisit } from './useVisit.ts';

/** Slow enough to read a label. */
const STEP_MS = 1_000;
/** It has begun when the page comes. */
const BEGUN = 5;

export function CrashTransaction() {
  const [runs] = useState(() => newCommitRuns(STEPPED));
  const [choices, setChoices] = useState<readonly number[]>(() => begunWith(runs, BEGUN));
  const [isStill, setIsStill] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const run = useMemo(() => runs.at(choices) ?? NOTHING, [runs, choices]);
  const diagram = useMemo(() => ({ trace: run.trace, processes: FRONT_PROCESSES }), [run]);
  const standings = useMemo(() => standingsOf(run.trace, FRONT_PROCESSES, VOTES), [run]);
  const [walked, setWalked] = useState<{ readonly of: typeof diagram; readonly step: number }>();
  const next = nextOffer(run);
  const news = newsOf(standings, next === undefined);
  const hasCrashed = run.trace.some((event) => event.kind === 'crash');
  const visited = useVisit(hasCrashed);

  useEffect(() => {
    const place = box.current;
    const motion = matchMedia('(prefers-reduced-motion: reduce)');
    if (!place || motion.matches) return undefined;
    const observer = new IntersectionObserver(([entry]) => setIsStill(!entry?.isIntersecting));
    observer.observe(place);
    return () => observer.disconnect();
  }, []);

  const choice = next?.choice;
  useEffect(() => {
    if (isStill || choice === undefined) return undefined;
    const timer = setTimeout(() => document.visibilityState === 'visible' && setChoices([...choices, choice]), STEP_MS);
    return () => clearTimeout(timer);
  }, [isStill, choice, choices]);

  const last = stepsOf(run.trace).length;
  return (
    <div className={styles.box} ref={box}>
      <SpaceTimeDiagram
        run={diagram}
        step={walked?.of === diagram ? walked.step : last}
        onStep={(step) => setWalked({ of: diagram, step })}
        name="A transaction under way"
        plain
      />
      <div className={styles.buttons}>
        {FRONT_PROCESSES.map((process) => {
          const offer = run.offers.find((one) => one.process === process && (one.kind === 'crash' || one.kind === 'recover'));
          return (
            <button
              key={process}
              type="button"
              aria-disabled={offer === undefined}
              data-offer={offer?.kind}
              onClick={() => offer && setChoices([...choices, offer.choice])}
            >
              {offer?.kind === 'recover' ? `Let ${process} recover` : `Crash ${process}`}
            </button>
          );
        })}
        {isStill && choice !== undefined && (
          <button type="button" onClick={() => setChoices([...choices, choice])}>
            Next step
          </button>
        )}
        {next === undefined && (
          <button type="button" onClick={() => setChoices(begunWith(runs, BEGUN))}>
            Once more
          </button>
        )}
      </div>
      <p className={styles.news} aria-live="polite" data-news={news.kind}>
        <b>{news.headline}</b> {news.detail}
      </p>
      <p className={styles.visited}>
        {visited &&
          `Faultline has just visited all ${visited.worlds.toLocaleString('en')} situations that one crash can lead to, in ${visited.steps.toLocaleString('en')} steps. ${visited.isBroken ? 'In some of them one decided otherwise than another.' : 'In none of them did one decide otherwise than another.'}`}
      </p>
    </div>
  );
}

const VOTES = { p1: 'commit', p2: 'commit' } as const;
const NOTHING: CommitRun = { trace: [], violation: undefined, offers: [] };

/** What happens by itself: the usual step, and where nothing usual is left, somebody loses patience. */
function nextOffer({ offers }: CommitRun) {
  return usualOffer(offers) ?? offers.find((one) => one.kind === 'timeout');
}

function begunWith(runs: ReturnType<typeof newCommitRuns>, steps: number, choices: readonly number[] = []): readonly number[] {
  const offer = steps === 0 ? undefined : nextOffer(runs.at(choices) ?? NOTHING);
  return offer ? begunWith(runs, steps - 1, [...choices, offer.choice]) : choices;
}
