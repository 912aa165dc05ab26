/**
 * The processes of a transaction side by side: what each has logged, and buttons for what it may do next.
 *
 * A button that was pressed may be gone then; the focus stays with its process, or goes to the button for the usual step.
 */
import { clsx } from 'clsx';
import { useEffect, useRef, type ReactNode } from 'react';
import { usualOffer, type Offer } from './commitRun.ts';
import styles from './commitBoard.module.css';
import type { Standing } from './standings.ts';

interface BoardProcess {
  readonly id: string;
  readonly standing: Standing | undefined;
  /** Stands under its log. */
  readonly note?: ReactNode;
  /** What marks its last record. */
  readonly mark?: string | undefined;
}

interface CommitBoardProps {
  readonly processes: readonly BoardProcess[];
  readonly offers: readonly Offer[];
  readonly onTake: (choice: number) => void;
  /** Undefined at the beginning. */
  readonly onBack: (() => void) | undefined;
}

export function CommitBoard({ processes, offers, onTake, onBack }: CommitBoardProps) {
  const board = useRef<HTMLDivElement>(null);
  const usual = usualOffer(offers);
  const noStep = offers.length === 0 ? 'none: this run is over' : 'nothing happens by itself now';
  const last = useRef<string>(undefined);

  useEffect(() => {
    if (last.current === undefined || document.activeElement !== document.body) return;
    const next = board.current?.querySelector<HTMLElement>(`[data-process="${last.current}"] button:not([data-fault])`);
    (next ?? board.current?.querySelector<HTMLElement>('[data-usual]'))?.focus();
    last.current = undefined;
  });

  const take = ({ choice, process }: Offer): void => {
    last.current = process;
    onTake(choice);
  };

  return (
    <div ref={board}>
      <div className={styles.drive}>
        <button type="button" data-usual aria-disabled={usual === undefined} onClick={() => usual && onTake(usual.choice)}>
          <b>Next step</b> <span className={styles.what}>{usual ? `${usual.process}: ${usual.label}` : noStep}</span>
        </button>
        <button type="button" aria-disabled={onBack === undefined} onClick={onBack}>
          Take back
        </button>
      </div>
      <div className={styles.board}>
        {processes.map(({ id, standing, note, mark }) => (
          <section key={id} data-process={id} className={clsx(styles.process, standing?.isUp === false && styles.down)} aria-label={id}>
            <p className={styles.name}>
              {id} {standing?.isUp === false && <span className={styles.isDown}>down</span>}
            </p>
            <p className={styles.log}>
              <span className={styles.label}>log</span> {standing && standing.log.length > 0 ? standing.log.join(', ') : 'empty'}
              {mark !== undefined && <span className={styles.mark}> ◆ {mark}</span>}
            </p>
            {note}
            <div className={styles.offers}>
              {offers
                .filter((offer) => offer.process === id)
                .map((offer) => (
                  <button
                    // By what it does: a focus that stays must not stay on something else.
                    key={`${offer.kind} ${offer.label}`}
                    type="button"
                    data-fault={offer.kind === 'crash' || undefined}
                    className={styles[offer.kind]}
                    onClick={() => take(offer)}
                  >
                    {SIGNS[offer.kind]}
                    {offer.label}
                  </button>
                ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

const SIGNS: Readonly<Record<Offer['kind'], string>> = { act: '', receive: '', timeout: '◕ ', crash: '↯ ', recover: '○ ' };
