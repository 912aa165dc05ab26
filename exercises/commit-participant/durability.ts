/**
 * What a participant said before a crash still binds it after its recovery.
 *
 * Only what was said in one voice can be contradicted: whoever takes back its word without a crash is judged by other promises, and not here.
 */
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { COORDINATOR, type Decision, decisionIn, decisionToldBy, saysReady, typeOf } from './message.ts';

type Word = 'voted' | Decision;

type Bond = {
  /** The last word before the crash, of which each participant has one. */
  readonly word?: Word | 'taken back';
  /** Another process told it to abort. */
  readonly told?: true;
  readonly acknowledged?: true;
  readonly crashed?: true;
};

type Bonds = Readonly<Record<string, Bond>>;

export const durability: Property<Bonds> = {
  watches: ['send', 'receive', 'indicate', 'crash'],
  sees: (event) => event.process !== COORDINATOR && (event.kind === 'crash' || isWord(event) || isToldToAbort(event)),
  // A vote can come after an abort, and ignorance after an acknowledgement: those change, or break, what they left alone before.
  saturates: (event) => !saysUndecided(event) && wordIn(event) !== 'voted',
  isSymmetric: true,
  first: {},
  observe(bonds, event) {
    const { process } = event;
    const bond = bonds[process] ?? {};
    const after = bond.crashed ? afterCrash(bond, event) : beforeCrash(bond, event);
    if (typeof after === 'string') return new Violation(process, `${process} ${after}`);
    return after === bond ? bonds : { ...bonds, [process]: after };
  },
};

function beforeCrash(bond: Bond, event: RunEvent): Bond {
  const { word, told, acknowledged } = bond;
  if (event.kind === 'crash') return { ...bond, crashed: true };
  if (isToldToAbort(event)) return told || (word !== undefined && word !== 'voted') ? bond : { ...bond, told: true };
  if (isAcknowledgement(event)) return acknowledged ? bond : { ...bond, acknowledged: true };
  const next = wordIn(event);
  if (next === undefined || next === word || word === 'taken back') return bond;
  const { told: _, ...rest } = bond;
  if (word === undefined) return next === 'voted' ? { ...bond, word: next } : { ...rest, word: next };
  if (word === 'voted') return { ...rest, word: next === 'abort' && !told ? 'taken back' : next };
  return word === 'commit' && next === 'voted' ? bond : { ...rest, word: 'taken back' };
}

/** What is contradicted, or the bond. */
function afterCrash(bond: Bond, event: RunEvent): Bond | string {
  const { word, told, acknowledged } = bond;
  if (isToldToAbort(event)) return told || word !== 'voted' ? bond : { ...bond, told: true };
  const next = wordIn(event);
  if (next === 'abort' && word === 'commit') return 'had said commit before it crashed, and says abort after its recovery.';
  if (next === 'abort' && word === 'voted' && !told) {
    return 'voted commit before it crashed, and aborts after its recovery, although nobody told it to. Others may commit, relying on that vote.';
  }
  if (next === 'commit' && word === 'abort') return 'had said abort before it crashed, and says commit after its recovery.';
  if (next === 'voted' && word === 'abort' && !told) return 'had said abort before it crashed, and votes commit after its recovery.';
  if (acknowledged && saysUndecided(event)) {
    return 'acknowledged the decision before it crashed, which says that it is on stable storage, and does not know it after its recovery.';
  }
  return bond;
}

function isWord(event: RunEvent): boolean {
  return wordIn(event) !== undefined || isAcknowledgement(event) || saysUndecided(event);
}

/** What a participant says of the outcome: its vote, or a decision in whatever form. */
function wordIn(event: RunEvent): Word | undefined {
  if (event.kind === 'indicate') return decisionIn(event);
  if (event.kind !== 'send') return undefined;
  return typeOf(event.message) === 'VOTE_COMMIT' ? 'voted' : decisionToldBy(event.message);
}

function isAcknowledgement(event: RunEvent): boolean {
  return event.kind === 'send' && typeOf(event.message) === 'ACK';
}

function isToldToAbort(event: RunEvent): boolean {
  return event.kind === 'receive' && event.from !== event.process && decisionToldBy(event.message) === 'abort';
}

/** READY, in any of three ways. */
function saysUndecided(event: RunEvent): boolean {
  if (event.kind === 'indicate') return typeOf(event.event) === 'blocked';
  return event.kind === 'send' && saysReady(event.message);
}
