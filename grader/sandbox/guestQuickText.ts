/**
 * The part of the guest's half that writes values as most are; see `guestSource.ts`, into whose text it is put, for the rules that it keeps.
 *
 * It does what `guestEncoding.ts` does, at a fraction of the cost, for thousands of handler calls; what it does not know it leaves to that.
 */
export const GUEST_QUICK_TEXT = String.raw`
/** Levels of a value that 'quickText' walks. */
const QUICK_DEPTH = 12;

/**
 * The canonical text of a value as most are: what 'encode' answers, in half the time. Undefined where it meets something that it does not know, which
 * 'encode' then looks at. Never calls learner code.
 */
function quickText(value, depth) {
  switch (typeof value) {
    case 'number': return value - value === 0 && (value !== 0 || 1 / value > 0) ? '' + value : undefined;
    case 'string': return stringify(value);
    case 'boolean': return value ? 'true' : 'false';
    case 'undefined': return '["u"]';
    case 'bigint': return '["i","' + apply(bigintToString, value, [10]) + '"]';
    case 'object': return value === null ? 'null' : depth > QUICK_DEPTH || isProxy(value) ? undefined : quickObject(value, depth + 1);
    default: return undefined;
  }
}

/*
 * What follows is written out where it could be shorter: a call costs as much as all else that is done for a number.
 */

function quickObject(value, depth) {
  const proto = getPrototypeOf(value);
  if (proto === mapPrototype) return quickMap(value, depth);
  if (proto === setPrototype) return quickSet(value, depth);
  const names = ownKeys(value);
  let count = names.length;
  if (isArray(value)) {
    // An array's own names are its indices, 'length' and whatever else it has, in this order.
    if (proto !== arrayPrototype || names[count - 1] !== 'length' || value.length !== count - 1) return undefined;
    let out = '["a"';
    count -= 1;
    for (let i = 0; i < count; i += 1) {
      const entry = getOwnPropertyDescriptor(value, i);
      if (entry.get !== undefined || entry.set !== undefined || !entry.enumerable) return undefined;
      const part = entry.value, text = typeof part === 'string' ? stringify(part) : quickText(part, depth);
      if (text === undefined) return undefined;
      out += ',' + text;
    }
    return out + ']';
  }
  // On top stands the instance of the learner's own class.
  if (proto !== objectPrototype && (depth > 1 || !isPlainClass(proto) || apply(typedArrayName, value, []) !== undefined)) return undefined;
  let inOrder = true;
  for (let i = 0; i < count; i += 1) {
    if (typeof names[i] !== 'string') return undefined;
    if (i > 0 && names[i - 1] > names[i]) inOrder = false;
  }
  if (!inOrder) apply(sort, names, []);
  let out = '["o"';
  for (let i = 0; i < count; i += 1) {
    const name = names[i], entry = getOwnPropertyDescriptor(value, name);
    // An accessor has one of these of its own; what stands on the prototype of objects is no reason to trust it.
    if (entry.get !== undefined || entry.set !== undefined || !entry.enumerable) return undefined;
    const part = entry.value, text = typeof part === 'string' ? stringify(part) : quickText(part, depth);
    if (text === undefined) return undefined;
    out += (nameTexts[name] ?? nameText(name)) + text;
  }
  return out + ']';
}

/** The names of properties as they stand in a text: few, and written often. */
const nameTexts = { __proto__: null };
let nameCount = 0;

function nameText(name) {
  const text = ',' + stringify(name) + ',';
  nameCount += 1;
  if (nameCount < 200) nameTexts[name] = text;
  return text;
}

/** -1 for what is no Map or Set of that kind, whatever its prototype, or has properties of its own. */
function sizeOf(value, size) {
  try {
    return ownKeys(value).length > 0 ? -1 : apply(size, value, []);
  } catch { return -1; }
}

function quickMap(value, depth) {
  const size = sizeOf(value, mapSize);
  if (size < 1) return size === 0 ? '["m"]' : undefined;
  let out = '["m"';
  apply(mapForEach, value, [(part, key) => {
    if (out === undefined) return;
    const left = typeof key === 'string' ? stringify(key) : quickText(key, depth), right = quickText(part, depth);
    out = left === undefined || right === undefined ? undefined : out + ',' + left + ',' + right;
  }]);
  return out === undefined ? undefined : out + ']';
}

function quickSet(value, depth) {
  const size = sizeOf(value, setSize);
  if (size < 1) return size === 0 ? '["s"]' : undefined;
  let out = '["s"';
  apply(setForEach, value, [(part) => {
    if (out === undefined) return;
    const text = typeof part === 'string' ? stringify(part) : quickText(part, depth);
    out = text === undefined ? undefined : out + ',' + text;
  }]);
  return out === undefined ? undefined : out + ']';
}

/** Whether the instances of a class are plain objects, by its prototype: no Map, no error, nothing else that is built in. */
const plainClasses = new TrueMap();
let lastPlain;

function isPlainClass(proto) {
  if (proto === lastPlain) return true;
  const met = apply(mapGet, plainClasses, [proto]);
  if (met === true) lastPlain = proto;
  if (met !== undefined) return met;
  let isPlain = true, up = proto;
  for (let steps = 0; isPlain && up !== null && up !== objectPrototype; up = getPrototypeOf(up), steps += 1) {
    if (isProxy(up) || up === arrayPrototype || up === mapPrototype || up === setPrototype || steps > 20) { isPlain = false; break; }
    for (let i = 0; i < notData.length; i += 1) if (notData[i][0] === up) isPlain = false;
  }
  apply(mapSet, plainClasses, [proto, isPlain]);
  return isPlain;
}
`;
