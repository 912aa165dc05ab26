import { MAX_EFFECTS } from '../base/limits.ts';

/**
 * The part of the guest's half that calls the handlers of a process; see `guestSource.ts`, into whose text it is put, for the rules that it keeps.
 *
 * Every call begins with a new instance whose fields are put back from their canonical texts, and ends with the texts of its fields. So
 * nothing survives a call but what the host holds, and two fields never share an object.
 */
export const GUEST_HANDLERS = String.raw`
const TrueTypeError = TypeError, construct = Reflect.construct, promisePrototype = Promise.prototype, floor = Math.floor;
/** How often a context was used after its handler had ended: state kept where it must not be. */
let staleUses = 0;

/** The text of a value that learner code hands out; throws for what is not data. */
function handedOut(value, call) {
  foreignParts = 0;
  const text = encode(value);
  if (foreignParts > 0) throw new TrueTypeError(call + ' takes plain data only, and this holds ' + firstForeign + '.');
  return text;
}

function needText(value, call, what) {
  if (typeof value !== 'string') throw new TrueTypeError(call + ' takes ' + what + ' as a string.');
  return value;
}

/** Uniform in [0, 1) from a seed: mulberry32. */
function chanceFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

const imul = Math.imul;

function refuseClock(name) {
  return () => { throw new TrueTypeError('ctx.' + name + ' exists only in TIMED exercises: here every order of events is tried, so there is no time to read.'); };
}

/**
 * Calls one handler. The text is [role, [self, group, config, all processes], fields or null, [key, text, …], handler, [arguments], timing], where
 * timing is null or [now, seed]. Answers [how it ended, what, effects, what was changed that must not be].
 */
function handle(text) {
  const request = parse(text);
  const place = request[1], storage = request[3], timing = request[6];
  const self = place[0], configText = place[2], known = place[3];
  const effects = newList();
  let count = 0, live = true;

  function effect(line) {
    if (!live) { staleUses += 1; throw new TrueTypeError('This ctx belongs to a handler call that has ended. Use the one that the present call was given.'); }
    if (count >= ${MAX_EFFECTS}) throw new TrueTypeError('One handler call may have at most ${MAX_EFFECTS} effects.');
    effects[count] = line;
    count += 1;
  }

  const keys = newList(), texts = newList();
  for (let i = 0; i + 1 < storage.length; i += 2) { keys[keys.length] = storage[i]; texts[texts.length] = storage[i + 1]; }
  function placeOf(key) {
    for (let i = 0; i < keys.length; i += 1) if (keys[i] === key) return i;
    return -1;
  }
  const stable = freeze({
    __proto__: objectPrototype,
    get(key) {
      const at = placeOf(key);
      return at < 0 || texts[at] === undefined ? undefined : decode(parse(texts[at]));
    },
    set(key, value) {
      needText(key, 'ctx.stable.set', 'the key');
      const line = handedOut(value, 'ctx.stable.set');
      effect('["store",' + stringify(key) + ',' + stringify(line) + ']');
      const at = placeOf(key);
      if (at < 0) { keys[keys.length] = key; texts[texts.length] = line; } else texts[at] = line;
    },
    delete(key) {
      needText(key, 'ctx.stable.delete', 'the key');
      effect('["delete",' + stringify(key) + ']');
      const at = placeOf(key);
      if (at >= 0) texts[at] = undefined;
    },
    keys() {
      const names = [];
      for (let i = 0; i < keys.length; i += 1) if (texts[i] !== undefined) put(names, names.length, keys[i]);
      return apply(sort, names, []);
    },
  });
  const group = decode(parse(place[1])), config = decode(parse(configText));
  const ctx = freeze({
    __proto__: objectPrototype,
    self: self,
    group: group,
    config: config,
    stable: stable,
    send(to, message) {
      let isKnown = false;
      for (let i = 0; i < known.length; i += 1) if (known[i] === to) isKnown = true;
      if (!isKnown) throw new TrueTypeError('ctx.send: there is no process ' + (typeof to === 'string' ? stringify(to) : 'of that kind: the first argument is not a string') + ' in this run.');
      effect('["send",' + stringify(to) + ',' + stringify(handedOut(message, 'ctx.send')) + ']');
    },
    setTimer(name, delay) {
      needText(name, 'ctx.setTimer', 'the name');
      if (typeof delay !== 'number' || delay - delay !== 0) throw new TrueTypeError('ctx.setTimer takes the delay as a number of milliseconds.');
      effect('["set-timer",' + stringify(name) + ',' + stringify(delay) + ']');
    },
    cancelTimer(name) {
      needText(name, 'ctx.cancelTimer', 'the name');
      effect('["cancel-timer",' + stringify(name) + ']');
    },
    indicate(event) { effect('["indicate",' + stringify(handedOut(event, 'ctx.indicate')) + ']'); },
    now: timing === null ? refuseClock('now') : () => timing[0],
    random: timing === null ? refuseClock('random') : chanceFrom(timing[1]),
  });

  let ended = 'returned', what = '', changed = '';
  try {
    const instance = construct(exported[request[0]], []);
    if (request[2] !== null) restore(instance, decode(parse(request[2])));
    const handler = instance[request[4]];
    if (handler !== undefined) {
      const args = request[5];
      args[args.length] = undefined;
      for (let i = args.length - 1; i > 0; i -= 1) args[i] = decode(parse(args[i - 1]));
      args[0] = ctx;
      const result = apply(handler, instance, args);
      if (typeof result === 'object' && result !== null && !isProxy(result) && getPrototypeOf(result) === promisePrototype) ended = 'async';
    }
    if (ended === 'returned') {
      foreignParts = 0;
      plainOnly = true;
      what = encode(instance);
      plainOnly = false;
      if (foreignParts > 0) ended = 'not-data';
    }
  } catch (error) {
    plainOnly = false;
    ended = 'threw';
    what = thrown(error);
  }
  live = false;
  if (encode(config) !== configText) changed = 'ctx.config';
  else if (encode(group) !== place[1]) changed = 'ctx.group';
  else if (staleUses > 0) changed = 'ctx';
  let answer = '["' + ended + '",' + stringify(what) + ',[';
  for (let i = 0; i < count; i += 1) answer += (i === 0 ? '' : ',') + effects[i];
  return answer + '],' + stringify(changed) + ']';
}

/** Gives a new instance the fields that it had. */
function restore(instance, fields) {
  const names = ownKeys(instance);
  for (let i = 0; i < names.length; i += 1) if (!hasOwn(fields, names[i])) delete instance[names[i]];
  const kept = ownKeys(fields);
  for (let i = 0; i < kept.length; i += 1) put(instance, kept[i], fields[kept[i]]);
}
`;
