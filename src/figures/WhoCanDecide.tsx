/**
 * Two-phase commit with a kill switch on every process: a lamp for each participant says whether it can still decide without a repair.
 *
 * It begins when two of three have voted and the third has not yet been asked.
 */
import { clsx } from 'clsx';
import { SpaceTimeDiagram } from '../diagram/SpaceTimeDiagram.tsx';
import { Figure } from '../lesson/Figure.tsx';
import { CommitBoard } from './commit/CommitBoard.tsx';
import { PARTICIPANTS, PROCESSES } from './commit/commitScenarios.ts';
import { lampsOf, type Lamp } from './commit/deciders.ts';
import { lampSentence } from './commit/lampSentence.ts';
import { useTransaction } from './commit/useTransaction.ts';
import { RECOVERY_PLAN, TWO_HAVE_VOTED } from './commit/twoHaveVoted.ts';
import styles from './commit/commitFigure.module.css';

export function WhoCanDecide() {
  const { run, standings, diagram, take, back, reset } = useTransaction({
    id: 'who-can-decide',
    initial: TWO_HAVE_VOTED,
    plan: RECOVERY_PLAN,
  });
  const lamps = lampsOf(PARTICIPANTS, 'coordinator', standings);

  return (
    <Figure
      id="who-can-decide"
      title="Crash the coordinator. Who can still decide?"
      sentence={<p>{lampSentence(lamps, standings)}</p>}
      onReset={reset}
      wide
    >
      <CommitBoard
        processes={PROCESSES.map((id) => ({
          id,
          standing: standings.of.get(id),
          note: <LampNote lamp={lamps.find((lamp) => lamp.process === id)} />,
        }))}
        offers={run.offers}
        onTake={take}
        onBack={back}
      />
      <SpaceTimeDiagram {...diagram} name="The transaction so far" plain />
    </Figure>
  );
}

function LampNote({ lamp }: { readonly lamp: Lamp | undefined }) {
  if (!lamp) return undefined;
  return (
    <p className={clsx(styles.lamp, styles[lamp.light])}>
      <span className={styles.bulb} aria-hidden="true" />
      <span>
        <b>{LIGHTS[lamp.light]}</b>
        {lamp.light !== 'down' && `: ${lamp.why}`}
      </span>
    </p>
  );
}

const LIGHTS = { on: 'Can decide', dark: 'Cannot decide', down: 'Is down' } as const;
