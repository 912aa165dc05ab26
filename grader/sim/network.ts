/**
 * The messages in flight, as numbers.
 *
 * An envelope is a message with its source and destination. What is in flight is a multiset of envelopes, sorted by what they say and not by
 * when they were sent: the network promises no order, so two worlds that differ only in that are one. The order of the envelopes, by
 * destination, source and message, is the same in every run of the same program; it decides how steps are numbered.
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

/** One multiset of envelopes. */
export interface InFlight {
  /** Every envelope once, in their order. */
  readonly distinct: readonly Envelope[];
  /** All of them, those that are there twice twice. */
  readonly all: readonly Envelope[];
}

export interface Network {
  /** Envelopes in all multisets and bundles met so far: what they take of memory. */
  readonly entries: number;
  /** The number of nothing in flight is 0. */
  inFlight(net: number): InFlight;
  envelope(from: number, to: number, message: string): Envelope;
  /** The number of a list of envelopes that are sent together; of none it is 0. */
  bundle(envelopes: readonly Envelope[]): number;
  with(net: number, bundle: number): number;
  without(net: number, envelope: number): number;
  /** Without any of an envelope's copies. */
  withoutAll(net: number, envelope: number): number;
  /** Without anything to a process. */
  withoutTo(net: number, process: number): number;
}

export function newNetwork(): Network {
  const compareEnvelopes = newOrder();
  const envelopes: Envelope[] = [];
  const envelopeIds = newInterner();
  const nets: InFlight[] = [];
  /** From the number of a list and one more envelope to the number of the longer list: lists that are equal have one number. */
  const longer = newPairTable();
  const netIds: number[] = [];
  let lists = 0;
  const bundles: (readonly Envelope[])[] = [];
  const bundleIds = newInterner();
  const added = newPairTable();
  const removed = newPairTable();
  const removedAll = newPairTable();
  const removedTo = newPairTable();

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

  function netOf(all: readonly Envelope[]): number {
    const list = listOf(all);
    const known = netIds[list];
    if (known !== undefined) return known;
    netIds[list] = nets.length;
    network.entries += all.length;
    nets.push({ all, distinct: all.filter((one, at) => one !== all[at - 1]) });
    return nets.length - 1;
  }

  function bundleOf(list: readonly Envelope[]): number {
    const sorted = [...list].sort(compareEnvelopes);
    const id = bundleIds.idOf(sorted.map((one) => one.id).join());
    if (!bundles[id]) {
      bundles[id] = sorted;
      network.entries += sorted.length;
    }
    return id;
  }

  const nothing: InFlight = { all: [], distinct: [] };

  function remembered(
    table: ReturnType<typeof newPairTable>,
    net: number,
    key: number,
    compute: (all: readonly Envelope[]) => Envelope[],
  ): number {
    const known = table.get(net, key);
    if (known >= 0) return known;
    const result = netOf(compute((nets[net] ?? nothing).all));
    table.set(net, key, result);
    return result;
  }

  // A plain field: see `WorldStore`.
  const network = {
    entries: 0,
    inFlight: (net: number) => nets[net] ?? nothing,
    envelope(from: number, to: number, message: string) {
      const id = envelopeIds.idOf(`${from} ${to} ${message}`);
      return (envelopes[id] ??= { id, from, to, message });
    },
    bundle: bundleOf,
    with(net: number, bundle: number) {
      if (bundle === 0) return net;
      return remembered(added, net, bundle, (all) => [...all, ...(bundles[bundle] ?? [])].sort(compareEnvelopes));
    },
    without: (net: number, envelope: number) =>
      remembered(removed, net, envelope, (all) => {
        const at = all.findIndex((one) => one.id === envelope);
        return all.filter((_, other) => other !== at);
      }),
    withoutAll: (net: number, envelope: number) => remembered(removedAll, net, envelope, (all) => all.filter((one) => one.id !== envelope)),
    withoutTo: (net: number, process: number) => remembered(removedTo, net, process, (all) => all.filter((one) => one.to !== process)),
  };
  netOf([]);
  bundleOf([]);
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
