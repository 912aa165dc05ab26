/**
 * Values that cross the border of the sandbox, and their one canonical form.
 *
 * The canonical form is JSON in which only null, booleans, strings and ordinary numbers stand for themselves; everything else is
 * an array whose first entry names its kind. Object keys are sorted, so equal values have equal texts. The guest's half of this
 * border is in `sandbox/guestEncoding.ts` and `sandbox/guestArguments.ts`; the two must agree.
 */

/** Plain data, by value: what `faultline.d.ts` lets a learner send, store, indicate or return. */
export type Data =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Data[]
  | ReadonlyMap<Data, Data>
  | ReadonlySet<Data>
  | { readonly [key: string]: Data };

/** A function of the grader's that a learner's function receives as an argument. */
export class Callback {
  /** How a report shows it, such as `(x) => x + 1`. */
  readonly source: string;
  readonly call: (...args: Crossed[]) => Data;
  /** Whether it answers the same each time, and nobody counts how often: then it need not be asked twice. */
  readonly isPure: boolean;

  constructor(source: string, call: (...args: Crossed[]) => Data, { isPure = false } = {}) {
    this.source = source;
    this.call = call;
    this.isPure = isPure;
  }
}

/** What may be an argument of a call: data with the grader's functions in it. */
export type Argument = Data | Callback | readonly Argument[] | { readonly [key: string]: Argument };

/** Stands in a value that came out of the sandbox where something was that cannot cross: an accessor, a function, a cycle. */
export class Foreign {
  /** A noun with its article, such as "a function". */
  readonly what: string;

  constructor(what: string) {
    this.what = what;
  }
}

/** What came out of the sandbox: data, with `Foreign` where something could not cross. */
export type Crossed =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Foreign
  | readonly Crossed[]
  | ReadonlyMap<Crossed, Crossed>
  | ReadonlySet<Crossed>
  | { readonly [key: string]: Crossed };

type Json = null | boolean | number | string | readonly Json[];

/** The canonical text of an argument. `callbacks` collects the functions met, whose places in it are their numbers in the text. */
export function toCanonical(value: Argument, callbacks: Callback[] = []): string {
  switch (typeof value) {
    case 'undefined':
      return '["u"]';
    case 'string':
      return JSON.stringify(value);
    case 'number':
      if (Object.is(value, -0)) return '["n","-0"]';
      return Number.isFinite(value) ? String(value) : `["n","${value}"]`;
    case 'boolean':
      return String(value);
    case 'bigint':
      return `["i","${value}"]`;
    default:
      return value === null ? 'null' : objectText(value, callbacks);
  }
}

function objectText(value: Extract<Argument, object>, callbacks: Callback[]): string {
  if (value instanceof Callback) {
    const known = callbacks.indexOf(value);
    return `["f",${known >= 0 ? known : callbacks.push(value) - 1}${value.isPure ? ',1' : ''}]`;
  }
  // Grown bit by bit: a list of the parts would be thrown away at once, and these are written by the thousand.
  let text = '';
  if (isList(value)) {
    for (const part of value) text += `,${toCanonical(part, callbacks)}`;
    return `["a"${text}]`;
  }
  if (value instanceof Uint8Array) return `[${['"b"', ...value].join()}]`;
  if (isMap(value)) {
    for (const [key, part] of value) text += `,${toCanonical(key, callbacks)},${toCanonical(part, callbacks)}`;
    return `["m"${text}]`;
  }
  if (isSet(value)) {
    for (const part of value) text += `,${toCanonical(part, callbacks)}`;
    return `["s"${text}]`;
  }
  for (const key of Object.keys(value).sort()) text += `,${JSON.stringify(key)},${toCanonical(value[key], callbacks)}`;
  return `["o"${text}]`;
}

/**
 * The same value as JSON itself says it, keys sorted too: read in a moment, where a canonical text must be walked. Undefined where JSON cannot say it.
 */
export function toPlainJson(value: Argument): string | undefined {
  return isPlain(value) ? JSON.stringify(sorted(value)) : undefined;
}

function isPlain(value: Argument): boolean {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value instanceof Callback || value instanceof Uint8Array || isMap(value) || isSet(value)) return false;
  return isList(value) ? value.every(isPlain) : Object.keys(value).every((key) => isPlain(value[key]));
}

function sorted(value: Argument): Argument {
  if (isList(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const inner = value as { readonly [key: string]: Argument };
  return Object.fromEntries(
    Object.keys(inner)
      .sort()
      .map((key) => [key, sorted(inner[key])]),
  );
}

/** Reads a canonical text that the guest wrote. */
export function fromCanonical(text: string): Crossed {
  return fromJson(JSON.parse(text) as Json);
}

function fromJson(json: Json): Crossed {
  if (!isList(json)) return json;
  const [kind, ...rest] = json;
  switch (kind) {
    case 'u':
      return undefined;
    case 'n':
      return Number(rest[0]);
    case 'i':
      return BigInt(String(rest[0]));
    case 'a':
      return rest.map(fromJson);
    case 'b':
      return Uint8Array.from(rest.map(Number));
    case 'm':
      return new Map(pairs(rest).map(([key, value]) => [fromJson(key), fromJson(value)]));
    case 's':
      return new Set(rest.map(fromJson));
    case 'o':
      // fromEntries defines: a key called `__proto__` becomes an ordinary property.
      return Object.fromEntries(pairs(rest).map(([key, value]) => [String(key), fromJson(value)]));
    case 'f':
      return new Foreign('a function');
    default:
      return new Foreign(String(rest[0]));
  }
}

function pairs(flat: readonly Json[]): [Json, Json][] {
  const result: [Json, Json][] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) result.push([flat[at] ?? null, flat[at + 1] ?? null]);
  return result;
}

/** Array.isArray that narrows read-only lists too. */
export function isList<T>(value: T): value is Extract<T, readonly unknown[]> {
  return Array.isArray(value);
}

export function isMap<T>(value: T): value is Extract<T, ReadonlyMap<unknown, unknown>> {
  return value instanceof Map;
}

export function isSet<T>(value: T): value is Extract<T, ReadonlySet<unknown>> {
  return value instanceof Set;
}
