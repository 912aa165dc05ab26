import { ABSENT } from './absent.ts';
import { GUEST_ARGUMENTS } from './guestArguments.ts';
import { GUEST_ENCODING } from './guestEncoding.ts';
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

${GUEST_ENCODING}
${GUEST_ARGUMENTS}

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
