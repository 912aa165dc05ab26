import { MAX_CROSSING_CHARS, MAX_EFFECT_CHARS, MAX_EFFECTS, MAX_NAME_CHARS } from '../base/limits.ts';
import { GUEST_QUICK_TEXT } from './guestQuickText.ts';

/**
 * The part of the guest's half that calls the handlers of a process; see `guestSource.ts`, into whose text it is put, for the rules that it keeps.
 *
 * Every call begins with a new instance whose fields are put back from their canonical texts, and ends with the texts of its fields. So
 * nothing survives a call but what the host holds, and two fields never share an object.
 */
export const GUEST_HANDLERS = String.raw`
const TrueTypeError = TypeError, typeErrorPrototype = TypeError.prototype, construct = Reflect.construct, set = Reflect.set, promisePrototype = Promise.prototype, imul = Math.imul;
/** How often a context was used after its handler had ended: state kept where it must not be. */
let staleUses = 0;

/** The text of a value that learner code hands out; throws for what is not data. */
function handedOut(value, call) {
  const quick = quickText(value, 1);
  if (quick !== undefined && quick.length <= ${MAX_CROSSING_CHARS}) return quick;
  foreignParts = 0;
  const text = encode(value);
  if (foreignParts > 0) throw new TrueTypeError(call + ' takes plain data only, and this holds ' + firstForeign + '.');
  return text;
}

function needText(value, call, what) {
  if (typeof value !== 'string') throw new TrueTypeError(call + ' takes ' + what + ' as a string.');
  if (value.length > ${MAX_NAME_CHARS}) throw new TrueTypeError(call + ' takes ' + what + ' as a string of at most ${MAX_NAME_CHARS} characters.');
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

function refuseClock(name) {
  return () => { throw new TrueTypeError('ctx.' + name + ' exists only in TIMED exercises: here every order of events is tried, so there is no time to read.'); };
}

/** What the places met so far hold, by their texts: a run makes thousands of calls at a few places. */
const places = new TrueMap();

/**
 * A place from [self, group, config, all processes]. Its group and configuration are handed to every call there, so they are frozen. What holds a
 * Map, a Set or bytes cannot be: that is made anew for each call, and looked at after it.
 */
function placeAt(text) {
  const met = apply(mapGet, places, [text]);
  if (met !== undefined) return met;
  const parts = parse(text);
  const group = decode(parts[1]), config = decode(parts[2]);
  const place = { __proto__: null, self: parts[0], known: parts[3], groupText: encode(group), configText: encode(config), group: group, config: config, isFrozen: false };
  place.isFrozen = freezeAll(place.group) && freezeAll(place.config);
  apply(mapSet, places, [text, place]);
  return place;
}

/** Freezes a value with all that is in it. Answers whether it could. The host chose its depth. */
function freezeAll(value) {
  if (typeof value !== 'object' || value === null) return true;
  if (!isArray(value) && getPrototypeOf(value) !== objectPrototype) return false;
  const keys = ownKeys(value);
  for (let i = 0; i < keys.length; i += 1) if (!freezeAll(value[keys[i]])) return false;
  freeze(value);
  return true;
}

${GUEST_QUICK_TEXT}
/**
 * Calls one handler. The text is [role, place as a text, fields or null, [key, text, …], handler, [arguments], timing], where timing is null or
 * [now, seed]. Answers [how it ended, what, effects, what was changed that must not be].
 */
function handle(text) {
  const request = parse(text), place = placeAt(request[1]);
  if (!place.isFrozen) return answerText(attempt(request, place, decode(parse(place.groupText)), decode(parse(place.configText))));
  const done = attempt(request, place, place.group, place.config);
  if (done.changed === '' && done.isTypeError) {
    // So throws whoever writes to what is frozen, and so do many others. The same call with what can be written to tells them apart.
    isHushed = true;
    done.changed = attempt(parse(text), place, decode(parse(place.groupText)), decode(parse(place.configText))).changed;
    isHushed = false;
  }
  return answerText(done);
}

function answerText(done) {
  return '["' + done.ended + '",' + stringify(done.what) + ',[' + done.effects + '],' + stringify(done.changed) + ']';
}

/** Makes the call once, with this group and this configuration. */
function attempt(request, place, group, config) {
  const storage = request[3], timing = request[6], self = place.self, known = place.known;
  let effects = '', count = 0, live = true, isFull = false;

  /** Throws where no effect is possible any more: before its value is made a text, which may be long. */
  function needRoom() {
    if (!live) { staleUses += 1; throw new TrueTypeError('This ctx belongs to a handler call that has ended. Use the one that the present call was given.'); }
    if (count >= ${MAX_EFFECTS}) throw new TrueTypeError('One handler call may have at most ${MAX_EFFECTS} effects.');
    if (isFull) throw new TrueTypeError('The effects of one handler call may have at most ${MAX_EFFECT_CHARS} characters in all.');
  }

  function effect(line) {
    if (effects.length + line.length > ${MAX_EFFECT_CHARS}) isFull = true;
    needRoom();
    effects += (count === 0 ? '' : ',') + line;
    count += 1;
  }

  let stable, chance;
  function openStable() {
    const keys = newList(), texts = newList();
    for (let i = 0; i + 1 < storage.length; i += 2) { keys[keys.length] = storage[i]; texts[texts.length] = storage[i + 1]; }
    function placeOf(key) {
      for (let i = 0; i < keys.length; i += 1) if (keys[i] === key) return i;
      return -1;
    }
    return freeze({
      __proto__: objectPrototype,
      get(key) {
        const at = placeOf(key);
        return at < 0 || texts[at] === undefined ? undefined : decode(parse(texts[at]));
      },
      set(key, value) {
        needText(key, 'ctx.stable.set', 'the key');
        needRoom();
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
  }
  const ctx = freeze({
    __proto__: objectPrototype,
    self: self,
    group: group,
    config: config,
    // Made when it is asked for: most calls do without.
    get stable() { return stable ??= openStable(); },
    send(to, message) {
      let isKnown = false;
      for (let i = 0; i < known.length; i += 1) if (known[i] === to) isKnown = true;
      if (!isKnown) throw new TrueTypeError('ctx.send: there is no process ' + (typeof to === 'string' ? stringify(to) : 'of that kind: the first argument is not a string') + ' in this run.');
      needRoom();
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
    indicate(event) { needRoom(); effect('["indicate",' + stringify(handedOut(event, 'ctx.indicate')) + ']'); },
    now: timing === null ? refuseClock('now') : () => timing[0],
    random: timing === null ? refuseClock('random') : () => (chance ??= chanceFrom(timing[1]))(),
  });

  let ended = 'returned', what = '', changed = '', isTypeError = false;
  try {
    const instance = construct(exported[request[0]], []);
    if (request[2] !== null) restore(instance, request[2]);
    const handler = instance[request[4]];
    if (handler !== undefined) {
      const args = newList(), given = request[5];
      args[0] = ctx;
      for (let i = 0; i < given.length; i += 1) args[i + 1] = decode(given[i]);
      const result = apply(handler, instance, args);
      if (typeof result === 'object' && result !== null && !isProxy(result) && getPrototypeOf(result) === promisePrototype) ended = 'async';
    }
    if (ended === 'returned') {
      const quick = quickText(instance, 0);
      if (quick !== undefined && quick.length <= ${MAX_CROSSING_CHARS}) what = quick;
      else {
        foreignParts = 0;
        plainOnly = true;
        what = encode(instance);
        plainOnly = false;
        if (foreignParts > 0) ended = 'not-data';
      }
    }
  } catch (error) {
    plainOnly = false;
    ended = 'threw';
    what = thrown(error);
    isTypeError = isOf(error, typeErrorPrototype);
  }
  live = false;
  if (config !== place.config && encode(config) !== place.configText) changed = 'ctx.config';
  else if (group !== place.group && encode(group) !== place.groupText) changed = 'ctx.group';
  else if (staleUses > 0) changed = 'ctx';
  return { __proto__: null, ended: ended, what: what, effects: effects, changed: changed, isTypeError: isTypeError };
}

/** Gives a new instance the fields that it had: the parsed canonical text ["o", name, value, …]. */
function restore(instance, fields) {
  for (let j = 1; j < fields.length; j += 2) {
    const name = fields[j];
    // What the class declares is its own already, and is set at less cost than it is defined.
    const value = decode(fields[j + 1]);
    if (!hasOwn(instance, name) || !set(instance, name, value)) put(instance, name, value);
  }
  const names = ownKeys(instance);
  if (names.length === (fields.length - 1) / 2) return;
  // It has some that it had not.
  for (let i = 0; i < names.length; i += 1) {
    let isKept = false;
    for (let j = 1; j < fields.length; j += 2) if (fields[j] === names[i]) isKept = true;
    if (!isKept) delete instance[names[i]];
  }
}
`;
