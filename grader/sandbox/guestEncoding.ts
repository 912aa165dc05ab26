import { MAX_CROSSING_CHARS, MAX_DEPTH } from '../base/limits.ts';

/**
 * The part of the guest's half that writes values as canonical texts (see `base/data.ts`); see `guestSource.ts`, into whose text it is put, for the
 * rules that it keeps.
 */
export const GUEST_ENCODING = String.raw`
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
`;
