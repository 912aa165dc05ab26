/**
 * Private fields of processes that change. Nothing outside of a class can read or write its `#fields`, so they cannot be put back into the instance
 * that the next handler call begins with: whoever counts in one counts from the beginning in each call, and sees no reason.
 */
import type { Diagnostic } from '../base/report.ts';
import { changeAt } from './changes.ts';
import { classesOf, isContainerAt, membersOf, type ClassBody } from './classes.ts';
import { placeAt } from './place.ts';
import { quoteSource } from './quoteSource.ts';
import type { Words } from './words.ts';

/**
 * Of the classes of these roles, and of those that they extend: the private fields that change anywhere but in the constructor, at most `limit`.
 */
export function findPrivateState(text: string, words: Words, roles: readonly string[], limit: number): Diagnostic[] {
  const classes = new Map(classesOf(words).flatMap((one) => one.names.map((name) => [name, one])));
  const names = new Set(roles);
  for (let at = 0; at < words.length; at += 1)
    if (words.text(at) === 'as' && roles.includes(words.text(at + 1))) names.add(words.text(at - 1));
  const wanted = new Set<ClassBody>();
  for (const name of names) {
    const body = classes.get(name);
    if (!body || wanted.has(body)) continue;
    wanted.add(body);
    names.add(body.extended);
  }
  return [...wanted]
    .flatMap((one) => changedIn(words, one))
    .slice(0, limit)
    .map((one) => diagnosticOf(text, words, one));
}

/** By its words: where a field is declared, and where it is changed first. */
interface Changed {
  readonly declared: number;
  readonly changed: number;
}

function changedIn(words: Words, body: ClassBody): Changed[] {
  const members = membersOf(words, body);
  const maker = members.find((one) => one.name === 'constructor' && !one.isStatic && !one.isField);
  const makerOpen = maker ? words.partner(maker.at + 1) + 1 : body.open;
  const makerClose = words.partner(makerOpen);
  const isInMaker = (at: number): boolean => maker !== undefined && at > makerOpen && at < makerClose;
  const uses = usesIn(words, body);
  return members
    .filter((one) => one.isPrivate && one.isField && !one.isStatic)
    .flatMap(({ name, at: declared }) => {
      const own = uses.get(name) ?? [];
      const values = [declared, ...own.filter(isInMaker)].filter((at) => words.text(at + 1) === '=').map((at) => at + 2);
      const isContainer = values.some((at) => isContainerAt(words, at));
      const changed = own.find((at) => {
        const change = isInMaker(at) ? undefined : changeAt(words, at - 3, at);
        return change !== undefined && (change.method === undefined || isContainer);
      });
      return changed === undefined ? [] : [{ declared, changed }];
    });
}

/** Where `something.#name` stands, by the name. */
function usesIn(words: Words, { open, close }: ClassBody): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let at = open; at < close; at += 1) {
    if (words.text(at - 1) !== '#' || !/^\??\.$/.test(words.text(at - 2))) continue;
    const name = words.text(at);
    const known = found.get(name);
    if (known) known.push(at);
    else found.set(name, [at]);
  }
  return found;
}

function diagnosticOf(text: string, words: Words, { declared, changed }: Changed): Diagnostic {
  const name = quoteSource(words.text(declared));
  const { line } = placeAt(text, words.token(changed)?.start ?? 0);
  return {
    code: 'E_HIDDEN_STATE',
    message:
      `\`#${name}\` changes at line ${line}, but a private #field cannot be saved between two handler calls: it would begin anew in each. ` +
      `Write \`private ${name}\` in place of \`#${name}\`.`,
    ...placeAt(text, words.token(declared - 1)?.start ?? 0),
  };
}
