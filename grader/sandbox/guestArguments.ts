import { MAX_CROSSING_CHARS } from '../base/limits.ts';

/**
 * The part of the guest's half that makes what the host hands in, the grader's functions among it, and sees whether it was changed; see
 * `guestSource.ts`, into whose text it is put, for the rules that it keeps.
 */
export const GUEST_ARGUMENTS = String.raw`
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
`;
