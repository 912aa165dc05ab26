/**
 * A transaction stepped through, one record or message at a time: each vote can be set, the coordinator can crash, and a meter says whether all will be
 * done or nothing.
 *
 * It begins with one-phase commit and a participant that is unable.
 */
import { clsx } from 'clsx';
import { SpaceTimeDiagram } from '../diagram/SpaceTimeDiagram.tsx';
import { Figure } from '../lesson/Figure.tsx';
import { CommitBoard } from './commit/CommitBoard.tsx';
import { meterOf } from './commit/commitMeter.ts';
import { PARTICIPANTS, PROCESSES, type Protocol } from './commit/commitScenarios.ts';
import { namedVotes } from './commit/transactionState.ts';
import { useTransaction } from './commit/useTransaction.ts';
import styles from './commit/commitFigure.module.css';

const INITIAL = { protocol: 'one-phase', votes: ['commit', 'abort', 'commit'], choices: [] } as const;

const PLAN = {
  faults: { crashes: { coordinator: 2 }, recoveries: 2, firings: { coordinator: 1, p1: 0, p2: 0, p3: 0 } },
  acknowledges: true,
} as const;

const PROTOCOLS: readonly (readonly [Protocol, string])[] = [
  ['one-phase', 'One phase'],
  ['two-phase', 'Two phases'],
  ['send-first', 'Two phases, sent before logged'],
];

export function TwoPhaseSteps() {
  const { state, run, standings, diagram, take, back, begin, reset } = useTransaction({ id: 'commit-steps', initial: INITIAL, plan: PLAN });
  const { protocol, votes } = state;
  const meter = meterOf({ protocol, votes: namedVotes(votes), standings, violation: run.violation });
  const isBroken = meter.atomicity === 'broken';

  const markOf = (process: string): string | undefined => {
    const record = standings.of.get(process)?.log.at(-1);
    return process === 'coordinator' && protocol === 'two-phase' && (record === 'COMMIT' || record === 'ABORT')
      ? 'commit point'
      : undefined;
  };

  return (
    <Figure
      id="commit-steps"
      title="Will all of them do it, or none?"
      sentence={<p className={clsx(isBroken && styles.broken)}>{meter.words}</p>}
      onReset={reset}
      wide
    >
      <div className={styles.settings}>
        <fieldset>
          <legend>Protocol</legend>
          {PROTOCOLS.map(([value, name]) => (
            <label key={value}>
              <input type="radio" name="commit-protocol" checked={protocol === value} onChange={() => begin(value, votes)} /> {name}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Can commit</legend>
          {PARTICIPANTS.map((participant, at) => (
            <label key={participant}>
              <input
                type="checkbox"
                checked={votes[at] === 'commit'}
                onChange={() => begin(protocol, votes.with(at, votes[at] === 'commit' ? 'abort' : 'commit'))}
              />{' '}
              {participant}
            </label>
          ))}
        </fieldset>
        <p className={styles.meter}>
          <span>
            Atomicity: <b className={clsx(isBroken && styles.violated)}>{isBroken ? '✗ broken' : '✓ holds'}</b>
          </span>
          <span>
            Outcome: <b>{OUTCOMES[meter.outcome]}</b>
          </span>
        </p>
      </div>
      <CommitBoard
        processes={PROCESSES.map((id) => ({ id, standing: standings.of.get(id), mark: markOf(id) }))}
        offers={run.offers}
        onTake={take}
        onBack={back}
      />
      <SpaceTimeDiagram {...diagram} name="The transaction so far" plain />
    </Figure>
  );
}

const OUTCOMES = { open: '◐ open', commit: '● commit', abort: '○ abort', both: '✗ commit and abort' } as const;
