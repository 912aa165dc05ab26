/**
 * Private fields of processes that change. Nothing outside of a class can read or write its `#fields`, so they cannot be put back into the instance
 * that the next handler call begins with: whoever counts in one counts from the beginning in each call, and sees no reason.
 */
import type { Diagnostic } from '../base/report.ts';
import { changeAt } from './changes.ts';
import { classesOf, membersOf, type ClassBody } from './classes.ts';
import { placeAt } from './place.ts';
import type { Words } from './words.ts';

/** Of the classes of these roles, and of those that they extend: each private field that changes anywhere but in the constructor. */
export function findPrivateState(text: string, words: Words, roles: readonly string[]): Diagnostic[] {
  const classes = classesOf(words);
  const wanted = new Set(roles);
  for (let at = 0; at < words.length; at += 1) if (words.text(at) === 'as' && wanted.has(words.text(at + 1))) wanted.add(words.text(at - 1));
  // A class may be extended by one that stands before it in this list, so until nothing is added.
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const { name, extended } of classes) if (extended !== '' && wanted.has(name)) wanted.add(extended);
  }
  return classes.filter((one) => wanted.has(one.name)).flatMap((one) => changedIn(text, words, one));
}

function changedIn(text: string, words: Words, body: ClassBody): Diagnostic[] {
  const members = membersOf(words, body);
  const maker = members.find((one) => one.name === 'constructor' && !one.isStatic);
  const makerOpen = maker ? words.partner(maker.at + 1) + 1 : body.open;
  const makerClose = maker ? words.partner(makerOpen) : body.open;
  return members
    .filter((one) => one.isPrivate && one.isField && !one.isStatic)
    .flatMap(({ name, at: declared }) => {
      const isContainer = /^(?:\[|\{|new(?:Map|Set|Array|Uint8Array)\b)/.test(`${words.text(declared + 2)}${words.text(declared + 3)}`);
      for (let at = body.open; at < body.close; at += 1) {
        if (words.text(at) !== name || words.text(at - 1) !== '#' || !/^\??\.$/.test(words.text(at - 2))) continue;
        if (at > makerOpen && at < makerClose) continue;
        const change = changeAt(words, at - 3, at);
        if (!change || (change.method !== undefined && !isContainer)) continue;
        return [diagnosticOf(text, name, words.token(declared - 1)?.start ?? 0, words.token(at - 1)?.start ?? 0)];
      }
      return [];
    });
}

function diagnosticOf(text: string, name: string, declared: number, changed: number): Diagnostic {
  const { line } = placeAt(text, changed);
  return {
    code: 'E_HIDDEN_STATE',
    message:
      `\`#${name}\` changes at line ${line}, but a private #field cannot be saved between two handler calls: it would begin anew in each. ` +
      `Write \`private ${name}\` in place of \`#${name}\`.`,
    ...placeAt(text, declared),
  };
}
