/**
 * A client, three servers that count orders, and a way there and back to each: what a round of orders does, and what of it the client
 * sees. Beside it the same program on one machine.
 *
 * The client waits a second for each answer; a slow server takes longer, and its answer is then no longer waited for.
 */
export const SERVERS = ['A', 'B', 'C'] as const;
export type Name = (typeof SERVERS)[number];

/** In this order they are written in links. */
export const CONDITIONS = ['works', 'down', 'stops', 'slow'] as const;
/** `stops`: right after it has counted the next order, before it answers; it is down from then on. */
export type Condition = (typeof CONDITIONS)[number];

/** In this order they are written in links. */
export const FATES = ['not sent', 'answered', 'order lost', 'was down', 'stopped', 'answer lost', 'answer late'] as const;
export type Fate = (typeof FATES)[number];

export interface Server {
  readonly reachesServer: boolean;
  readonly condition: Condition;
  readonly reachesClient: boolean;
  /** Orders counted. */
  readonly counted: number;
  /** Orders that the client has sent to it. */
  readonly sent: number;
  /** What became of the last order. */
  readonly fate: Fate;
}

export type Servers = Readonly<Record<Name, Server>>;

export const HEALTHY: Server = {
  reachesServer: true,
  condition: 'works',
  reachesClient: true,
  counted: 0,
  sent: 0,
  fate: 'not sent',
};

type Breakage = Partial<Pick<Server, 'reachesServer' | 'condition' | 'reachesClient'>>;

/** The ways to silence a server by one thing alone, in an order in which counted and not counted take turns at first. */
export const BREAKAGES: readonly Breakage[] = [
  { reachesClient: false },
  { condition: 'down' },
  { condition: 'slow' },
  { reachesServer: false },
  { condition: 'stops' },
];

/** A server after the next order to it. */
export function afterOrder(server: Server): Server {
  const fate = fateOfOrder(server);
  return {
    ...server,
    fate,
    sent: server.sent + 1,
    counted: server.counted + (isCounted(fate) ? 1 : 0),
    condition: fate === 'stopped' ? 'down' : server.condition,
  };
}

function fateOfOrder({ reachesServer, condition, reachesClient }: Server): Fate {
  if (!reachesServer) return 'order lost';
  if (condition === 'down') return 'was down';
  if (condition === 'stops') return 'stopped';
  if (!reachesClient) return 'answer lost';
  return condition === 'slow' ? 'answer late' : 'answered';
}

/** Whether an order with this fate was counted. */
function isCounted(fate: Fate): boolean {
  return fate === 'answered' || fate === 'stopped' || fate === 'answer lost' || fate === 'answer late';
}

export function afterRound(servers: Servers): Servers {
  return { A: afterOrder(servers.A), B: afterOrder(servers.B), C: afterOrder(servers.C) };
}

/** The world in which B alone is broken, in the way numbered `at`, and one order has been sent to each. */
export function brokenWorld(at: number): Servers {
  return afterRound({ A: HEALTHY, B: { ...HEALTHY, ...BREAKAGES[at % BREAKAGES.length] }, C: HEALTHY });
}

/** What the client can write down: all that it will ever know. An answer says how many orders the server has counted. */
export function clientNote({ fate, counted }: Server): string {
  if (fate === 'not sent') return 'not asked yet';
  return fate === 'answered' ? `“${counted} counted”` : 'silence';
}

/** The program on one machine: client and servers stop together, and what they held in memory is gone. */
export interface Machine {
  readonly isOn: boolean;
  /** Orders that each of the three has counted, and the client knows of. */
  readonly counted: number;
}

export function afterCall({ isOn, counted }: Machine): Machine {
  return isOn ? { isOn, counted: counted + 1 } : { isOn, counted };
}

export function afterSwitch({ isOn }: Machine): Machine {
  return { isOn: !isOn, counted: 0 };
}
