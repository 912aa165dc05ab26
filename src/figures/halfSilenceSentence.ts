/** What the figure of the lesson on partial failure says: what the client knows, and what is so. */
import { listed } from './listed.ts';
import { SERVERS, type Fate, type Machine, type Name, type Servers } from './halfSilence.ts';

const TRUTHS: Readonly<Record<Exclude<Fate, 'not sent' | 'answered'>, string>> = {
  'order lost': 'never heard of it: the order was lost',
  'was down': 'was down and has not counted it',
  stopped: 'counted it and stopped before it could answer',
  'answer lost': 'counted it: only the answer was lost',
  'answer late': 'counted it, and its answer comes when nobody waits any more',
};

export function clientSentence(servers: Servers): string {
  const answered = SERVERS.filter((name) => servers[name].fate === 'answered');
  const silent = SERVERS.filter((name) => isSilent(servers, name));
  if (answered.length + silent.length === 0) return 'The client has not sent anything yet.';
  if (silent.length === 0) return `The client has sent an order to each. ${listed(answered)} have answered.`;
  if (answered.length === 0) return 'The client has sent an order to each, and has heard from nobody. It cannot say why.';
  return `The client has sent an order to each. ${has(answered)} answered, ${has(silent, 'not')}. It cannot say why.`;
}

/** What became of the last orders, as nobody in this world can see it. Empty if all were answered. */
export function truthSentence(servers: Servers): string {
  return SERVERS.filter((name) => isSilent(servers, name))
    .map((name) => `${name} ${truth(servers[name].fate)}.`)
    .join(' ');
}

export function machineSentence({ isOn, counted }: Machine): string {
  if (!isOn) return 'The power is off. A, B and C are gone, and so is the client, who might have wondered about it.';
  if (counted === 0) return 'The machine has just started. Client and servers begin with nothing, together.';
  return `The client has called all three ${times(counted)}, and has every answer.`;
}

function isSilent(servers: Servers, name: Name): boolean {
  const { fate } = servers[name];
  return fate !== 'answered' && fate !== 'not sent';
}

function truth(fate: Fate): string {
  return fate === 'not sent' || fate === 'answered' ? '' : TRUTHS[fate];
}

function has(names: readonly Name[], not = ''): string {
  return [listed(names), names.length === 1 ? 'has' : 'have', not].filter(Boolean).join(' ');
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
