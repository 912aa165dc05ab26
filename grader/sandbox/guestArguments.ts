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
/** The same by their numbers, while arguments are made: what stands in two places is one function. */
let byNumber = new TrueMap();
let hostCall;

/** Answers of one pure function that are remembered, and the characters of a call that may be. */
const MOST_ANSWERS = 100, MOST_CHARS = 100;

function callback(number, isPure) {
  const known = apply(mapGet, byNumber, [number]);
  if (known !== undefined) return known;
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
  apply(mapSet, byNumber, [number, call]);
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
  if (isPlain) return parse(text);
  byNumber = new TrueMap();
  return decode(parse(text));
}

/** Whether a value is an array or a plain object, no proxy, of 'count' entries and nothing besides. An array has its length as a key, too. */
function hasShape(value, isList, count) {
  return typeof value === 'object' && value !== null && !isProxy(value) && isArray(value) === isList
    && getPrototypeOf(value) === (isList ? arrayPrototype : objectPrototype)
    && ownKeys(value).length === (isList ? count + 1 : count) && (!isList || value.length === count);
}

/** Whether an own property is enumerable, holds a value, and that value is surely as 'part' says. */
function holds(value, name, part, isSurelyAs) {
  const entry = getOwnPropertyDescriptor(value, name);
  return entry !== undefined && hasOwn(entry, 'value') && entry.enumerable && isSurelyAs(entry.value, part);
}

/**
 * Whether a value is surely still as a parsed canonical text says. What takes long to compare is not sure. The depth of the text is the host's
 * choice, so recursion is safe.
 */
function isSurelyCanonical(value, json) {
  if (!isArray(json)) return value === json && (value !== 0 || 1 / value > 0);
  const rest = json.length - 1;
  switch (json[0]) {
    case 'u': return value === undefined;
    case 'n': return json[1] === 'NaN' ? value !== value : value === +json[1] && 1 / value === 1 / +json[1];
    case 'f': return typeof value === 'function' && apply(weakGet, callbacks, [value]) === json[1];
    case 'a': {
      if (!hasShape(value, true, rest)) return false;
      for (let i = 1; i <= rest; i += 1) if (!holds(value, i - 1, json[i], isSurelyCanonical)) return false;
      return true;
    }
    case 'o': {
      if (!hasShape(value, false, rest / 2)) return false;
      for (let i = 1; i < rest; i += 2) if (!holds(value, json[i], json[i + 1], isSurelyCanonical)) return false;
      return true;
    }
    default: return false;
  }
}

/** The same for what JSON itself said. */
function isSurelyPlain(value, before) {
  if (typeof before !== 'object' || before === null) return value === before && (value !== 0 || 1 / value > 0);
  const isList = isArray(before), names = isList ? before : ownKeys(before), count = names.length;
  if (!hasShape(value, isList, count)) return false;
  for (let i = 0; i < count; i += 1) {
    const name = isList ? i : names[i];
    if (!holds(value, name, before[name], isSurelyPlain)) return false;
  }
  return true;
}

/**
 * Whether arguments are still those of the text that they were made from. Where that is not seen at once, their canonical texts decide: of what is
 * plain, all is seen.
 */
function isUnchanged(args, argsText, isPlain) {
  if (isPlain) return isSurelyPlain(args, parse(argsText));
  if (isSurelyCanonical(args, parse(argsText))) return true;
  const own = callbacks;
  const now = encode(args);
  callbacks = new TrueWeakMap();
  const before = read(argsText, false);
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
