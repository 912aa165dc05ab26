import { MAX_CROSSING_CHARS, MAX_DEPTH } from '../base/limits.ts';
import { ABSENT } from './absent.ts';
import { GUEST_HANDLERS } from './guestHandlers.ts';

/** Where the part that calls handlers stands in the text. */
const HANDLERS_HERE = '/* handlers */';

/**
 * The half of the border that runs inside the sandbox, evaluated before any learner code.
 *
 * It is a text because it must reach QuickJS as it stands here, whatever bundler carried it. Nothing that a learner can change may
 * change what it does. So it captures every built-in it uses; never iterates, spreads or destructures (those look up
 * `Symbol.iterator`); never assigns to an index or key that may be missing (a setter on a prototype would see it); makes objects
 * without a prototype; and never reads a property that may be an accessor. It walks values with a list of its own instead of
 * recursion, since the stack inside is short.
 *
 * `Proxy` is replaced by one that remembers what it made: nothing else in the language can tell a proxy from its target.
 *
 * The text evaluates to a function (print, callHost) → { bind, call, handle, thrown }; see `sandbox.ts` for the host's half.
 */
const WHOLE = String.raw`(function () {
'use strict';
const { apply, ownKeys, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf, defineProperty } = Reflect;
const { isArray } = Array;
const { hasOwn, freeze } = Object;
const { stringify, parse } = JSON;
const TrueMap = Map, TrueSet = Set, TrueProxy = Proxy, TrueError = Error, TrueRangeError = RangeError, TrueInternalError = InternalError;
const TrueUint8Array = Uint8Array, TrueBigInt = BigInt, TrueWeakMap = WeakMap, TrueReferenceError = ReferenceError;
const sort = Array.prototype.sort;
const mapForEach = Map.prototype.forEach, mapSet = Map.prototype.set, mapGet = Map.prototype.get;
const setForEach = Set.prototype.forEach, setAdd = Set.prototype.add;
const weakGet = WeakMap.prototype.get, weakSet = WeakMap.prototype.set;
const typedArrays = getPrototypeOf(Uint8Array.prototype);
const typedArrayName = getOwnPropertyDescriptor(typedArrays, Symbol.toStringTag).get;
const typedArrayLength = getOwnPropertyDescriptor(typedArrays, 'length').get;
const mapSize = getOwnPropertyDescriptor(Map.prototype, 'size').get;
const setSize = getOwnPropertyDescriptor(Set.prototype, 'size').get;
const objectPrototype = Object.prototype, arrayPrototype = Array.prototype, mapPrototype = Map.prototype, setPrototype = Set.prototype;
const bigintToString = BigInt.prototype.toString;
const notData = [
  [Promise.prototype, 'a promise'], [Error.prototype, 'an error object'], [RegExp.prototype, 'a regular expression'],
  [String.prototype, 'a String object'], [Number.prototype, 'a Number object'], [Boolean.prototype, 'a Boolean object'],
  [BigInt.prototype, 'a BigInt object'], [Symbol.prototype, 'a Symbol object'], [typedArrays, 'a typed array other than Uint8Array'],
  [ArrayBuffer.prototype, 'an ArrayBuffer'], [DataView.prototype, 'a DataView'],
  [WeakMap.prototype, 'a WeakMap'], [WeakSet.prototype, 'a WeakSet'], [WeakRef.prototype, 'a WeakRef'],
];

const proxies = new TrueWeakMap();
let hasProxies = false;
const remember = (proxy) => { hasProxies = true; apply(weakSet, proxies, [proxy, true]); return proxy; };
const isProxy = (value) => hasProxies && apply(weakGet, proxies, [value]) === true;
function RememberedProxy(target, handler) {
  if (new.target === undefined) throw new TypeError("Constructor Proxy requires 'new'");
  return remember(new TrueProxy(target, handler));
}
RememberedProxy.prototype = undefined;
const makeRevocable = Proxy.revocable;
defineProperty(RememberedProxy, 'name', { __proto__: null, value: 'Proxy' });
defineProperty(RememberedProxy, 'revocable', { __proto__: null, writable: true, configurable: true, value: function revocable(target, handler) {
  const made = apply(makeRevocable, TrueProxy, [target, handler]);
  remember(made.proxy);
  return made;
} });
defineProperty(globalThis, 'Proxy', { __proto__: null, writable: true, configurable: true, value: RememberedProxy });

function put(object, key, value) {
  defineProperty(object, key, { __proto__: null, value: value, writable: true, enumerable: true, configurable: true });
}

/** As 'put', and faster where nothing on the prototype is in the way. */
function putOwn(object, key, value) {
  if (key in objectPrototype) put(object, key, value);
  else object[key] = value;
}

/** A list without a prototype, so that entries can be added by assignment: no setter can be in the way. */
function newList() {
  const list = [];
  setPrototypeOf(list, null);
  return list;
}

const TOO_LARGE = 'a value of more than ${MAX_CROSSING_CHARS} characters';

/** How many parts of the values encoded last could not cross, and what the last of them was. */
let foreignParts = 0, firstForeign = '';
/** Whether an object of a class other than the language's own is foreign, below the top. */
let plainOnly = false;

function foreign(what) {
  foreignParts += 1;
  firstForeign = what;
  return '["!",' + stringify(what) + ']';
}

/** The canonical text of a scalar, or undefined for an object. */
function scalar(value) {
  switch (typeof value) {
    case 'string': return stringify(value);
    case 'number': return value === 0 && 1 / value < 0 ? '["n","-0"]' : value - value === 0 ? stringify(value) : '["n","' + value + '"]';
    case 'boolean': return value ? 'true' : 'false';
    case 'undefined': return '["u"]';
    case 'bigint': return '["i","' + apply(bigintToString, value, [10]) + '"]';
    case 'symbol': return foreign('a symbol');
    case 'function': {
      if (isProxy(value)) return foreign('a proxy');
      const number = apply(weakGet, callbacks, [value]);
      return number === undefined ? foreign('a function') : '["f",' + number + ']';
    }
    default: return value === null ? 'null' : undefined;
  }
}

const EXTRA = ' with a property of its own besides its entries';

/** Whether an object of 'count' entries has an enumerable property besides them. */
function hasExtras(value, count) {
  const keys = ownKeys(value);
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i];
    if (typeof key === 'string' && (key >>> 0) + '' === key && (key >>> 0) < count) continue;
    if (getOwnPropertyDescriptor(value, key).enumerable) return true;
  }
  return false;
}

function addText(frame, text) {
  frame.texts[frame.length] = text;
  frame.values[frame.length] = undefined;
  frame.chars += text.length;
  frame.length += 1;
}

/** Scalars become text at once; only objects are left to be walked. */
function addValue(frame, part) {
  const text = scalar(part);
  if (text !== undefined) { addText(frame, text); return; }
  frame.texts[frame.length] = undefined;
  frame.values[frame.length] = part;
  frame.length += 1;
}

/**
 * The parts of an object, to be walked in order: { tag, parts } where a part is a ready text (in 'texts') or a value (in 'values').
 * Or a string: the text of what cannot cross.
 */
function open(value, isInner) {
  if (isProxy(value)) return foreign('a proxy');
  const frame = { __proto__: null, tag: '', texts: newList(), values: newList(), length: 0, chars: 0, at: 0, of: value, up: null, depth: 0 };
  const proto = getPrototypeOf(value);
  if (isArray(value)) {
    frame.tag = '["a"';
    const length = getOwnPropertyDescriptor(value, 'length').value;
    if (length > ${MAX_CROSSING_CHARS}) return foreign('an array of ' + length + ' entries');
    for (let i = 0; i < length; i += 1) {
      if (frame.chars > ${MAX_CROSSING_CHARS}) return foreign(TOO_LARGE);
      const entry = getOwnPropertyDescriptor(value, i);
      if (entry === undefined) addText(frame, foreign('a hole: nothing at index ' + i));
      else if (!hasOwn(entry, 'value')) addText(frame, foreign('a getter or setter'));
      else addValue(frame, entry.value);
    }
    if (ownKeys(value).length !== length + 1 && hasExtras(value, length)) addText(frame, foreign('an array' + EXTRA));
    return frame;
  }
  if (proto !== objectPrototype && proto !== null) {
    const bytes = apply(typedArrayName, value, []);
    if (bytes === 'Uint8Array') {
      frame.tag = '["b"';
      const length = apply(typedArrayLength, value, []);
      if (length > ${MAX_CROSSING_CHARS}) return foreign('an array of ' + length + ' bytes');
      if (hasExtras(value, length)) return foreign('a Uint8Array' + EXTRA);
      for (let i = 0; i < length; i += 1) addValue(frame, value[i]);
      return frame;
    }
    for (let up = proto, steps = 0; up !== null && steps < 100; up = getPrototypeOf(up), steps += 1) {
      if (isProxy(up)) return foreign('an object whose prototype is a proxy');
      if (up === mapPrototype || up === setPrototype) {
        const isMap = up === mapPrototype;
        try { apply(isMap ? mapSize : setSize, value, []); } catch { continue; }
        if (hasExtras(value, 0)) return foreign((isMap ? 'a Map' : 'a Set') + EXTRA);
        frame.tag = isMap ? '["m"' : '["s"';
        if (isMap) apply(mapForEach, value, [(part, key) => { addValue(frame, key); addValue(frame, part); }]);
        else apply(setForEach, value, [(part) => { addValue(frame, part); }]);
        return frame;
      }
      for (let i = 0; i < notData.length; i += 1) if (notData[i][0] === up) return foreign(notData[i][1]);
    }
    if (plainOnly && isInner) return foreign('an instance of a class');
  }
  frame.tag = '["o"';
  // The list of keys is ours: names are moved to its front, in place.
  const names = ownKeys(value);
  let count = 0;
  for (let i = 0; i < names.length; i += 1) {
    if (!getOwnPropertyDescriptor(value, names[i]).enumerable) {
      // Nobody would put it back into a field.
      if (plainOnly) { addText(frame, typeof names[i] === 'symbol' ? '"a symbol"' : stringify(names[i])); addText(frame, foreign('a property that is not enumerable')); }
      continue;
    }
    if (typeof names[i] === 'symbol') { addText(frame, '"a symbol"'); addText(frame, foreign('a property named by a symbol')); }
    else { names[count] = names[i]; count += 1; }
  }
  names.length = count;
  apply(sort, names, []);
  for (let i = 0; i < count; i += 1) {
    if (frame.chars > ${MAX_CROSSING_CHARS}) return foreign(TOO_LARGE);
    const entry = getOwnPropertyDescriptor(value, names[i]);
    addText(frame, stringify(names[i]));
    if (hasOwn(entry, 'value')) addValue(frame, entry.value);
    else addText(frame, foreign('a getter or setter'));
  }
  return frame;
}

/** The canonical text of any value. Never calls learner code; never recurses. */
function encode(value) {
  const text = scalar(value);
  if (text !== undefined) return text.length > ${MAX_CROSSING_CHARS} ? foreign(TOO_LARGE) : text;
  let frame = open(value, false);
  if (typeof frame === 'string') return frame;
  let out = frame.tag;
  while (frame !== null) {
    if (out.length > ${MAX_CROSSING_CHARS}) return foreign(TOO_LARGE);
    if (frame.at === frame.length) {
      out += ']';
      frame = frame.up;
      continue;
    }
    const at = frame.at;
    frame.at += 1;
    out += ',';
    const ready = frame.texts[at];
    if (ready !== undefined) { out += ready; continue; }
    const part = frame.values[at];
    let cycle = false;
    for (let up = frame; up !== null; up = up.up) if (up.of === part) cycle = true;
    if (cycle) { out += foreign('a cycle: an object inside itself'); continue; }
    if (frame.depth >= ${MAX_DEPTH}) { out += foreign('nested more than ${MAX_DEPTH} levels deep'); continue; }
    const inner = open(part, true);
    if (typeof inner === 'string') { out += inner; continue; }
    inner.up = frame;
    inner.depth = frame.depth + 1;
    out += inner.tag;
    frame = inner;
  }
  return out;
}

/** The canonical text of a list of ours, or undefined where not all of its entries are scalars. */
function scalars(list) {
  let out = '["a"';
  for (let i = 0; i < list.length; i += 1) {
    const text = scalar(list[i]);
    if (text === undefined) return undefined;
    out += ',' + text;
  }
  return out.length > ${MAX_CROSSING_CHARS} ? undefined : out + ']';
}

/** The grader's functions that this call hands out, by the function. */
let callbacks = new TrueWeakMap();
let hostCall;

/** Answers of one pure function that are remembered, and the characters of a call that may be. */
const MOST_ANSWERS = 100, MOST_CHARS = 100;

function callback(number, isPure) {
  const answers = isPure ? new TrueMap() : undefined;
  const call = (...args) => {
    const text = scalars(args) ?? encode(args);
    let answer = isPure ? apply(mapGet, answers, [text]) : undefined;
    if (answer === undefined) {
      answer = hostCall(number, text);
      if (isPure && text.length < MOST_CHARS && apply(mapSize, answers, []) < MOST_ANSWERS) apply(mapSet, answers, [text, answer]);
    }
    return decode(parse(answer));
  };
  apply(weakSet, callbacks, [call, number]);
  return call;
}

/** The value of a parsed canonical text that the host wrote. Its depth is the host's choice, so recursion is safe. */
function decode(json) {
  if (!isArray(json)) return json;
  const rest = json.length - 1;
  switch (json[0]) {
    case 'u': return undefined;
    case 'n': return json[1] === '-0' ? -0 : json[1] === 'NaN' ? NaN : json[1] === 'Infinity' ? Infinity : -Infinity;
    case 'i': return TrueBigInt(json[1]);
    case 'f': return callback(json[1], json[2] === 1);
    // In place: a parsed list has all its entries, so none of these assignments can meet a setter.
    case 'a': { for (let i = 1; i <= rest; i += 1) { const part = json[i]; json[i - 1] = typeof part === 'object' ? decode(part) : part; } json.length = rest; return json; }
    case 'b': { const bytes = new TrueUint8Array(rest); for (let i = 1; i <= rest; i += 1) bytes[i - 1] = json[i]; return bytes; }
    case 'm': {
      const map = new TrueMap();
      for (let i = 1; i < rest; i += 2) { const key = json[i], part = json[i + 1]; apply(mapSet, map, [typeof key === 'object' ? decode(key) : key, typeof part === 'object' ? decode(part) : part]); }
      return map;
    }
    case 's': { const set = new TrueSet(); for (let i = 1; i <= rest; i += 1) apply(setAdd, set, [decode(json[i])]); return set; }
    default: {
      const object = {};
      for (let i = 1; i < rest; i += 2) { const part = json[i + 1]; putOwn(object, json[i], typeof part === 'object' ? decode(part) : part); }
      return object;
    }
  }
}

/** The value of a text that the host wrote, canonical or, if plain, as JSON itself says it. */
function read(text, isPlain) {
  return isPlain ? parse(text) : decode(parse(text));
}

/**
 * Whether a value is surely still as 'before', which nobody else has seen; 'numbers' are those of its callbacks. What takes long to compare is not sure.
 * The depth of 'before' is the host's choice, so recursion is safe.
 */
function isSurelyAs(value, before, numbers) {
  if (typeof before === 'function') return typeof value === 'function' && apply(weakGet, callbacks, [value]) === apply(weakGet, numbers, [before]);
  if (typeof before !== 'object' || before === null) return value === before && (value !== 0 || 1 / value === 1 / before);
  if (typeof value !== 'object' || value === null || isProxy(value)) return false;
  const isList = isArray(before);
  if (isList !== isArray(value) || getPrototypeOf(value) !== getPrototypeOf(before) || !(isList || getPrototypeOf(before) === objectPrototype)) return false;
  const names = ownKeys(before);
  if (ownKeys(value).length !== names.length) return false;
  for (let i = 0; i < names.length; i += 1) {
    const name = names[i];
    const entry = getOwnPropertyDescriptor(value, name);
    if (entry === undefined || !hasOwn(entry, 'value') || (!entry.enumerable && name !== 'length') || !isSurelyAs(entry.value, before[name], numbers)) return false;
  }
  return true;
}

/**
 * Whether arguments are still those of the text that they were made from. Where that is not seen at once, their canonical texts decide.
 */
function isUnchanged(args, argsText, isPlain) {
  const own = callbacks;
  callbacks = new TrueWeakMap();
  const before = read(argsText, isPlain);
  const numbers = callbacks;
  callbacks = own;
  if (isSurelyAs(args, before, numbers)) return true;
  const now = encode(args);
  callbacks = numbers;
  const then = encode(before);
  callbacks = own;
  return now === then;
}

/** Whether a call can change something of its arguments: scalars it cannot. Not the list itself, which it is never given. */
function canChange(args) {
  for (let i = 0; i < args.length; i += 1) if (typeof args[i] === 'object' && args[i] !== null) return true;
  return false;
}

/** A text property of an error, own or inherited, read without calling anything of the learner's. */
function textOf(error, key) {
  for (let up = error, steps = 0; up !== null && steps < 20; up = getPrototypeOf(up), steps += 1) {
    if (isProxy(up)) return undefined;
    const entry = getOwnPropertyDescriptor(up, key);
    if (entry !== undefined) return hasOwn(entry, 'value') && typeof entry.value === 'string' ? entry.value : undefined;
  }
  return undefined;
}

/** Whether an object inherits from a prototype, asked without calling anything of the learner's. */
function isOf(value, prototype) {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  for (let up = value, steps = 0; up !== null && steps < 100 && !isProxy(up); up = getPrototypeOf(up), steps += 1) if (up === prototype) return true;
  return false;
}

/** What was thrown, as a canonical text: name, message, stack, of which kinds it is, and the value itself where it is no error. */
function thrown(error) {
  const isError = isOf(error, TrueError.prototype);
  return '["o","isError",' + isError + ',"isRangeError",' + isOf(error, TrueRangeError.prototype) + ',"isInternalError",' + isOf(error, TrueInternalError.prototype)
    + ',"message",' + scalar(isError ? textOf(error, 'message') : undefined)
    + ',"name",' + scalar(isError ? textOf(error, 'name') : undefined)
    + ',"stack",' + scalar(isError ? textOf(error, 'stack') : undefined)
    + ',"value",' + (isError ? 'null' : encode(error)) + ']';
}

let exported = { __proto__: null };
/** Whether what is printed is not told. */
let isHushed = false;
${HANDLERS_HERE}
return function (print, callHost) {
  hostCall = callHost;
  const console = {};
  const levels = ['log', 'info', 'warn', 'error', 'debug'];
  for (let i = 0; i < levels.length; i += 1) {
    put(console, levels[i], (...args) => {
      if (isHushed) return;
      let line = '["a"';
      for (let i = 0; i < args.length; i += 1) line += ',' + encode(args[i]);
      print(line + ']');
    });
  }
  defineProperty(globalThis, 'console', { __proto__: null, value: console, writable: true, configurable: true });

  const absent = parse(${JSON.stringify(JSON.stringify(ABSENT))});
  for (let i = 0; i < absent.length; i += 1) {
    const holder = absent[i].of === 'Math' ? Math : globalThis;
    const message = absent[i].message;
    const refuse = () => { throw new TrueReferenceError(message); };
    delete holder[absent[i].name];
    defineProperty(holder, absent[i].name, { __proto__: null, get: refuse, set: undefined, enumerable: false, configurable: true });
  }
  delete Error.prepareStackTrace;
  delete Error.captureStackTrace;
  delete Error.stackTraceLimit;

  return freeze({
    __proto__: null,
    /** Takes a module's namespace; answers what kinds of value its exports are. */
    bind(namespace) {
      exported = namespace;
      const names = ownKeys(namespace);
      let kinds = '["o"';
      for (let i = 0; i < names.length; i += 1) {
        if (typeof names[i] !== 'string') continue;
        const value = namespace[names[i]];
        kinds += ',' + stringify(names[i]) + ',' + stringify(value === null ? 'null' : isArray(value) ? 'array' : typeof value);
      }
      return kinds + ']';
    },
    /** Calls an export with the arguments of a text; answers how it ended and whether the arguments are as they were. */
    call(name, argsText, isPlain) {
      callbacks = new TrueWeakMap();
      const args = read(argsText, isPlain);
      const objects = canChange(args);
      let ended, answer;
      try {
        const result = apply(exported[name], undefined, args);
        ended = 'returned';
        answer = encode(result);
      } catch (error) {
        ended = 'threw';
        answer = thrown(error);
      }
      return '["a","' + ended + '",' + answer + ',' + (!objects || isUnchanged(args, argsText, isPlain)) + ']';
    },
    handle: typeof handle === 'function' ? handle : undefined,
    thrown: thrown,
  });
};
})()`;

/** Without comments and indentation: it is read anew for every check, and a learner waits. */
function terse(text: string): string {
  return text
    .replace(/\/\*\*[^]*?\*\//g, '')
    .replace(/^\s*(\/\/.*)?\n/gm, '')
    .replace(/^ +/gm, '');
}

/** For exercises whose answers are functions: nothing of theirs is a handler. */
export const GUEST_FOR_FUNCTIONS = terse(WHOLE.replace(HANDLERS_HERE, ''));

/** For exercises whose answers are processes. */
export const GUEST_FOR_PROCESSES = terse(WHOLE.replace(HANDLERS_HERE, () => GUEST_HANDLERS));
