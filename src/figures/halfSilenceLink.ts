/** The state of the figure of the lesson on partial failure, and how a link writes it. */
import type { Codec } from '../lesson/figureLink.ts';
import { brokenWorld, CONDITIONS, FATES, SERVERS, type Machine, type Server, type Servers } from './halfSilence.ts';

export interface World {
  readonly place: 'network' | 'machine';
  /** Whether the reader sees more than the client. */
  readonly isOpen: boolean;
  /** Number of the breakage that was chosen last. */
  readonly at: number;
  readonly servers: Servers;
  readonly machine: Machine;
}

export const INITIAL: World = { place: 'network', isOpen: false, at: 0, servers: brokenWorld(0), machine: { isOn: true, counted: 1 } };

/** Place, view and breakage; then for each server its ways, its condition and what was sent; then the machine. */
export const WORLDS: Codec<World> = {
  write({ place, isOpen, at, servers, machine }) {
    const head = [place === 'network' ? 0 : 1, Number(isOpen), at];
    const rows = SERVERS.map((name) => writeServer(servers[name]));
    return [head, ...rows, [Number(machine.isOn), machine.counted]].map((row) => row.join(',')).join(':');
  },

  read(text) {
    if (!/^\d+(?:[,:]\d+)*$/u.test(text)) return undefined;
    const rows = text.split(':').map((row) => row.split(',').map(Number));
    const [head, a, b, c, machine] = rows;
    const [A, B, C] = [a, b, c].map(readServer);
    if (!head || !A || !B || !C || !machine || rows.length !== 5) return undefined;
    const [place, isOpen, at = 0] = head;
    const [isOn, counted = 0] = machine;
    return {
      place: place === 1 ? 'machine' : 'network',
      isOpen: isOpen === 1,
      at,
      servers: { A, B, C },
      machine: { isOn: isOn === 1, counted },
    };
  },
};

function writeServer({ reachesServer, condition, reachesClient, counted, sent, fate }: Server): readonly number[] {
  return [Number(reachesServer), CONDITIONS.indexOf(condition), Number(reachesClient), counted, sent, FATES.indexOf(fate)];
}

function readServer(row: readonly number[] | undefined): Server | undefined {
  const [there, state = -1, back, counted, sent, end = -1] = row ?? [];
  const condition = CONDITIONS[state];
  const fate = FATES[end];
  if (!condition || !fate || counted === undefined || sent === undefined || row?.length !== 6) return undefined;
  return { reachesServer: there === 1, condition, reachesClient: back === 1, counted, sent, fate };
}
