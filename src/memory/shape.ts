/**
 * What a value that comes from outside must look like, from this browser's storage or from a file.
 *
 * A shape checks and copies nothing: fields that it does not know stay, so that what a later version wrote is not thrown away by an
 * earlier one. What it finds wrong is said with its place: `drafts[3].source: a text was expected, but this is a number`.
 */
export interface Shape<T> {
  /** A sentence, or undefined where all is well. */
  readonly fault: (value: unknown, place: string) => string | undefined;
  readonly fits: (value: unknown) => value is T;
}

export const text = shapeOf('a text', (value): value is string => typeof value === 'string');
/** An exercise, a lesson or the like: it becomes a part of links and of keys. */
export const id = shapeOf('an id, such as bully-election', (value): value is string => typeof value === 'string' && ID.test(value));
export const question = shapeOf(
  'a question, such as partial-failure/2',
  (value): value is string => typeof value === 'string' && QUESTION.test(value),
);
export const flag = shapeOf('true or false', (value): value is boolean => typeof value === 'boolean');
export const count = shapeOf('a whole number that is not negative', isCount);
/** Milliseconds since 1970. */
export const time = shapeOf('a time in milliseconds since 1970', (value): value is number => isCount(value) && value <= LATEST);

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const QUESTION = /^[a-z0-9][a-z0-9-]{0,79}\/\d{1,4}$/;
/** The latest time that a `Date` can hold. */
export const LATEST = 8_640_000_000_000_000;

export function oneOf<T extends string>(...choices: readonly T[]): Shape<T> {
  const found = new Set<unknown>(choices);
  return shapeOf(`one of ${choices.join(', ')}`, (value): value is T => found.has(value));
}

export function shapeOf<T>(expected: string, fits: (value: unknown) => value is T): Shape<T> {
  return { fits, fault: (value, place) => (fits(value) ? undefined : `${place}: ${expected} was expected, but this is ${nameOf(value)}`) };
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return {
    fits: (value): value is T | undefined => value === undefined || shape.fits(value),
    fault: (value, place) => (value === undefined ? undefined : shape.fault(value, place)),
  };
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  const fault = (value: unknown, place: string): string | undefined => {
    if (!Array.isArray(value)) return `${place}: a list was expected, but this is ${nameOf(value)}`;
    return firstFault(value.map((item: unknown, index) => () => shape.fault(item, `${place}[${index}]`)));
  };
  return { fault, fits: (value): value is readonly T[] => fault(value, '') === undefined };
}

export function record<T extends object>(fields: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const shapes = Object.entries<Shape<unknown>>(fields);
  const fault = (value: unknown, place: string): string | undefined => {
    if (!isObject(value)) return `${place || 'the whole'}: an object was expected, but this is ${nameOf(value)}`;
    return firstFault(
      shapes.map(
        ([key, shape]) =>
          () =>
            shape.fault(value[key], place === '' ? key : `${place}.${key}`),
      ),
    );
  };
  return { fault, fits: (value): value is T => fault(value, '') === undefined };
}

function firstFault(faults: readonly (() => string | undefined)[]): string | undefined {
  for (const fault of faults) {
    const found = fault();
    if (found !== undefined) return found;
  }
  return undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && typeof value === 'number' && value >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return JSON.stringify(value.length > 30 ? `${value.slice(0, 30)}…` : value);
  return typeof value === 'object' ? 'an object' : String(value);
}
