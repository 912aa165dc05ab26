/**
 * What becomes of a text, a message, an event when two processes change places: wherever the name of one stands by itself, as a value or as a key,
 * the name of the other is put. Applied twice, it leaves everything as it was.
 */
import { fromCanonical, isList, isMap, isSet, toCanonical, type Data } from '../base/data.ts';
import type { ProcessEvent } from './processEvents.ts';
import type { Envelope } from './network.ts';
import type { WorldParts } from './worldParts.ts';

export interface Exchange {
  /** The place of the process that stands where this one stood. */
  process(place: number): number;
  name(name: string): string;
  data<T extends Data>(data: T): T;
  envelope(envelope: Envelope): Envelope;
  event(event: ProcessEvent): ProcessEvent;
}

export function newExchange({ names, network, events }: WorldParts, first: number, second: number): Exchange {
  const texts = new Map<string, string>();
  const envelopes: Envelope[] = [];

  const process = (place: number): number => (place === first ? second : place === second ? first : place);
  const name = (one: string): string => (names.includes(one) ? (names[process(names.indexOf(one))] ?? one) : one);

  function data(value: Data): Data {
    if (typeof value === 'string') return name(value);
    if (isList(value)) return value.map(data);
    if (isMap(value)) return new Map([...value].map(([key, part]) => [data(key), data(part)]));
    if (isSet(value)) return new Set([...value].map(data));
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [name(key), data(part)]));
  }

  function text(canonical: string): string {
    let exchanged = texts.get(canonical);
    // What crossed the border was refused there unless it was data.
    if (exchanged === undefined) texts.set(canonical, (exchanged = toCanonical(data(fromCanonical(canonical) as Data))));
    return exchanged;
  }

  function event({ kind, name: own, args }: ProcessEvent): ProcessEvent {
    const [argument = '', message = ''] = args;
    switch (kind) {
      case 'message':
        return events.message(name(own), text(message));
      case 'timer':
        return events.timer(name(own));
      case 'request':
        return events.request(text(argument));
      case 'choice':
        return events.choice(text(argument));
      default:
        return events[kind];
    }
  }

  return {
    process,
    name,
    data: <T extends Data>(value: T) => data(value) as T,
    event,
    envelope: ({ id, from, to, message }) => (envelopes[id] ??= network.envelope(process(from), process(to), text(message))),
  };
}
