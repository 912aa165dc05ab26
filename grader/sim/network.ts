/**
 * The messages in flight, as numbers.
 *
 * An envelope is a message with its source and destination. What is in flight to one process, its mailbox, is a multiset of envelopes, sorted by
 * what they say and not by when they were sent: the network promises no order, so two worlds that differ only in that are one. The order of the
 * envelopes, by destination, source and message, is the same in every run of the same program; it decides how steps are numbered.
 */
import { newInterner } from './interner.ts';
import { newPairTable } from './pairTable.ts';

export interface Envelope {
  readonly id: number;
  /** Places in the list of all processes. */
  readonly from: number;
  readonly to: number;
  /** Canonical text. */
  readonly message: string;
}

/** What is in flight to one process. */
export interface Mailbox {
  /** Every envelope once, in their order. */
  readonly distinct: readonly Envelope[];
  /** All of them, those that are there twice twice. */
  readonly all: readonly Envelope[];
}

/** Envelopes to one process that are sent together. */
export interface Mail {
  readonly to: number;
  /** The number of a list of envelopes. */
  readonly bundle: number;
}

/** The number of the empty mailbox, of every process. */
export const EMPTY = 0;

export interface Network {
  /** Envelopes in all mailboxes and bundles met so far: what they take of memory. */
  readonly entries: number;
  mailbox(number: number): Mailbox;
  envelope(from: number, to: number, message: string): Envelope;
  /** The envelope of a number that one has. */
  numbered(id: number): Envelope;
  /** Envelopes that are sent together, by destination. */
  mail(envelopes: readonly Envelope[]): readonly Mail[];
  with(mailbox: number, bundle: number): number;
  without(mailbox: number, envelope: number): number;
  /** Without any of an envelope's copies. */
  withoutAll(mailbox: number, envelope: number): number;
}

const NO_MAIL: readonly Mail[] = [];

export function newNetwork(): Network {
  const compareEnvelopes = newOrder();
  const envelopes: Envelope[] = [];
  const envelopeIds = newInterner();
  const mailboxes: Mailbox[] = [];
  /** From the number of a list and one more envelope to the number of the longer list: lists that are equal have one number. */
  const longer = newPairTable();
  const mailboxIds: number[] = [];
  let lists = 0;
  const bundles: (readonly Envelope[])[] = [];
  const bundleIds = newInterner();
  const added = newPairTable();
  const removed = newPairTable();
  const removedAll = newPairTable();

  function listOf(all: readonly Envelope[]): number {
    let list = 0;
    for (const { id } of all) {
      let next = longer.get(list, id);
      if (next < 0) {
        lists += 1;
        next = lists;
        longer.set(list, id, next);
      }
      list = next;
    }
    return list;
  }

  function mailboxOf(all: readonly Envelope[]): number {
    const list = listOf(all);
    const known = mailboxIds[list];
    if (known !== undefined) return known;
    mailboxIds[list] = mailboxes.length;
    network.entries += all.length;
    mailboxes.push({ all, distinct: all.filter((one, at) => one !== all[at - 1]) });
    return mailboxes.length - 1;
  }

  function bundleOf(list: readonly Envelope[]): number {
    const sorted = list.length === 1 ? list : [...list].sort(compareEnvelopes);
    const id = bundleIds.idOf(sorted.map((one) => one.id).join());
    if (!bundles[id]) {
      bundles[id] = sorted;
      network.entries += sorted.length;
    }
    return id;
  }

  const nothing: Mailbox = { all: [], distinct: [] };

  function remembered(
    table: ReturnType<typeof newPairTable>,
    mailbox: number,
    key: number,
    compute: (all: readonly Envelope[]) => Envelope[],
  ): number {
    const known = table.get(mailbox, key);
    if (known >= 0) return known;
    const result = mailboxOf(compute((mailboxes[mailbox] ?? nothing).all));
    table.set(mailbox, key, result);
    return result;
  }

  // A plain field: see `WorldStore`.
  const network = {
    entries: 0,
    mailbox: (number: number) => mailboxes[number] ?? nothing,
    envelope(from: number, to: number, message: string) {
      const id = envelopeIds.idOf(`${from} ${to} ${message}`);
      return (envelopes[id] ??= { id, from, to, message });
    },
    numbered(id: number) {
      const one = envelopes[id];
      if (!one) throw new Error(`no envelope has the number ${id}`);
      return one;
    },
    mail(sent: readonly Envelope[]) {
      const [first] = sent;
      // Most handlers send nothing, or one message.
      if (!first) return NO_MAIL;
      if (sent.length === 1) return [{ to: first.to, bundle: bundleOf(sent) }];
      const destinations = [...new Set(sent.map((one) => one.to))].sort((left, right) => left - right);
      return destinations.map((to) => ({ to, bundle: bundleOf(sent.filter((one) => one.to === to)) }));
    },
    with: (mailbox: number, bundle: number) =>
      remembered(added, mailbox, bundle, (all) => [...all, ...(bundles[bundle] ?? [])].sort(compareEnvelopes)),
    without: (mailbox: number, envelope: number) =>
      remembered(removed, mailbox, envelope, (all) => {
        const at = all.findIndex((one) => one.id === envelope);
        return all.filter((_, other) => other !== at);
      }),
    withoutAll: (mailbox: number, envelope: number) =>
      remembered(removedAll, mailbox, envelope, (all) => all.filter((one) => one.id !== envelope)),
  };
  // The first one is the empty one.
  mailboxOf([]);
  return network;
}

/** By destination, source and message. */
function newOrder(): (left: Envelope, right: Envelope) => number {
  /** Of long messages, which take long to compare: 0 where the left one is first, otherwise 1. */
  const known = newPairTable();

  function isAfter(left: Envelope, right: Envelope): number {
    return left.message < right.message ? 0 : 1;
  }

  function remembered(left: Envelope, right: Envelope): number {
    let after = known.get(left.id, right.id);
    if (after < 0) {
      after = isAfter(left, right);
      known.set(left.id, right.id, after);
    }
    return after;
  }

  return (left, right) => {
    if (left.id === right.id) return 0;
    const apart = left.to - right.to || left.from - right.from;
    if (apart !== 0) return apart;
    const isLong = left.message.length > LONG_CHARS && right.message.length > LONG_CHARS;
    return (isLong ? remembered(left, right) : isAfter(left, right)) === 0 ? -1 : 1;
  };
}

/** Characters from which on it is worth remembering how two messages compare: where looking it up takes as long. */
const LONG_CHARS = 1_000;
