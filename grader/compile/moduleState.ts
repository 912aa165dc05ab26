/**
 * What in a module may keep state outside of instances, the likeliest first: variables, static fields, tables and closures that functions change.
 *
 * That there is such state is found by running (see `checks/hiddenState.ts`); this only guesses its name, so that the message can point at it. A
 * cache that changes no answer looks the same from here.
 */
import { bindingsOf, type Binding } from './bindings.ts';
import { changeAt } from './changes.ts';
import { classesOf, isContainerAt, membersOf, type ClassBody } from './classes.ts';
import { placeAt, type Place } from './place.ts';
import type { Words } from './words.ts';

export interface Suspect {
  /** As the learner wrote it: `counter`, `Bully.rounds`. */
  readonly name: string;
  readonly place: Place;
}

/** More would be no hint. */
const MAX_SUSPECTS = 2;

/** From the likeliest on. */
const KINDS = ['variable', 'part', 'closure', 'iterator', 'unchanged variable', 'unchanged container'] as const;
type Kind = (typeof KINDS)[number];

/** The one or two likeliest; none where nothing looks like it. */
export function findModuleState(text: string, words: Words): Suspect[] {
  const classes = classesOf(words);
  const members = new Map(classes.map((one) => [one, membersOf(words, one)]));
  const byName = new Map(classes.flatMap((one) => one.names.map((name) => [name, one])));
  const classAt = innermostClasses(words, classes);
  const bindings = bindingsOf(words);
  const guesses = new Map<string, { readonly kind: Kind; readonly at: number }>();

  function guess(name: string, kind: Kind, at: number): void {
    const before = guesses.get(name);
    if (!before || KINDS.indexOf(kind) < KINDS.indexOf(before.kind)) guesses.set(name, { kind, at });
  }

  for (let at = 0; at < words.length; at += 1) {
    const name = words.text(at);
    // What runs while the module is loaded makes it what it is.
    const isLater = words.functionAround(words.scope(at)) !== 0 || classAt[at] !== undefined;
    const change = isName(words, at) && isLater ? changeAt(words, at, at) : undefined;
    if (!change) continue;
    const { path, method } = change;
    const binding = bindings.find(name, words.scope(at));
    if (name === 'this') guessStatic(at, path);
    else if (!binding) {
      // The language's own: a property of `globalThis`, or of a prototype.
      if (path !== '') guess(`${name}${path}`, 'part', at);
    } else if (binding.scope === 0) {
      const kind = change.isWhole ? 'variable' : ADVANCES.test(method ?? '') ? 'iterator' : 'part';
      const owner = byName.get(name);
      // A class or a function may call anything of its own `next`.
      if (kind === 'iterator' && (owner || binding.keyword === 'function')) continue;
      guess(`${name}${path}`, kind, owner && path !== '' ? (staticAt(owner, path) ?? at) : binding.at);
    } else if (!classAt[binding.at] && isKept(words, binding, at)) guess(`${name}${path}`, 'closure', binding.at);
  }

  /** `this` is the class in its static methods, and `this.constructor` in all others. */
  function guessStatic(at: number, path: string): void {
    const owner = classAt[at];
    const own = path.replace(/^\.constructor(?=\.)/, '');
    const declared = staticAt(owner, own);
    if (owner && (declared !== undefined || own !== path)) guess(`${owner.names[0] ?? 'class'}${own}`, 'part', declared ?? at);
  }

  /** Where a class declares the static field with which a path begins. */
  function staticAt(owner: ClassBody | undefined, path: string): number | undefined {
    const [, name = ''] = /^\.#?([^.]+)/.exec(path) ?? [];
    const own = owner && members.get(owner);
    return own?.find((one) => one.isStatic && one.isField && one.name === name)?.at;
  }

  for (const { at, keyword } of bindings.ofModule) {
    const kind = keyword === 'const' ? 'unchanged container' : 'unchanged variable';
    const isContainer = words.text(at + 1) === '=' && isContainerAt(words, at + 2);
    if (keyword === 'let' || keyword === 'var' || (keyword === 'const' && isContainer)) guess(words.text(at), kind, at);
  }
  for (const one of classes) {
    for (const { at, name, isStatic, isField, isPrivate } of members.get(one) ?? []) {
      if (!isStatic || !isField || words.text(at + 1) !== '=' || !isContainerAt(words, at + 2)) continue;
      guess(`${one.names[0] ?? 'class'}.${isPrivate ? '#' : ''}${name}`, 'unchanged container', at);
    }
  }
  return [...guesses]
    .sort(([, left], [, right]) => KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind))
    .filter(([, { kind }], _at, [first]) => !kind.startsWith('unchanged') || first?.[1].kind.startsWith('unchanged'))
    .slice(0, MAX_SUSPECTS)
    .map(([name, { at }]) => ({ name, place: placeAt(text, words.token(at)?.start ?? 0) }));
}

const ADVANCES = /^(?:next|exec|test)$/;

/** Whether a word stands for a value: no property, no key, no declaration. */
function isName(words: Words, at: number): boolean {
  const role = words.token(at)?.identifierRole;
  return (words.text(at) === 'this' || role === 0 || role === 1 || role === 8) && !/^\??\.$/.test(words.text(at - 1));
}

/** The class in whose body each word stands. */
function innermostClasses(words: Words, classes: readonly ClassBody[]): readonly (ClassBody | undefined)[] {
  const opened = new Map(classes.map((one) => [one.open, one]));
  const open: ClassBody[] = [];
  return Array.from({ length: words.length }, (_, at) => {
    if (at === open.at(-1)?.close) open.pop();
    const around = open.at(-1);
    const opening = opened.get(at);
    if (opening) open.push(opening);
    return around;
  });
}

/** Whether a function's own variable is changed by a function inside it, which may outlive it. */
function isKept(words: Words, { scope }: Binding, at: number): boolean {
  return words.functionAround(words.scope(at)) !== words.functionAround(scope);
}
