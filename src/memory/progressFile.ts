/** All that is kept, as one file that a person can carry to another browser. */
import { canonical } from './joining.ts';
import { merge, NOTHING } from './merge.ts';
import { listOf, record, shapeOf, type Shape } from './shape.ts';
import { TABLES, type Contents, type Records, type TableName } from './tables.ts';

const SCHEMA = 'faultline-progress/1';
/** Characters of a file: many times what years of work come to, and little enough to be read at once. */
const SIZE_LIMIT = 50_000_000;

type ProgressFile = { readonly schema: typeof SCHEMA } & Contents;

const schema = shapeOf(`"${SCHEMA}"`, (value) => value === SCHEMA);

function rows<N extends TableName>(name: N): Shape<readonly Records[N][]> {
  return listOf(TABLES[name].shape);
}

const shape = record<ProgressFile>({
  schema,
  drafts: rows('drafts'),
  snapshots: rows('snapshots'),
  attempts: rows('attempts'),
  best: rows('best'),
  answers: rows('answers'),
  lessons: rows('lessons'),
  settings: rows('settings'),
  places: rows('places'),
  broken: rows('broken'),
});

export function fileText(contents: Contents): string {
  const file: ProgressFile = { schema: SCHEMA, ...contents };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function fileName(now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  return `faultline-progress-${day}.json`;
}

type FileReading = { readonly kind: 'read'; readonly contents: Contents } | { readonly kind: 'refused'; readonly why: string };

/** All of the file or nothing: half an import would be worse than none. */
export function readFile(text: string): FileReading {
  if (text.length > SIZE_LIMIT) return { kind: 'refused', why: 'This file is too large to be a progress file of Faultline.' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: 'refused', why: `This is not a JSON file, or it was cut off. ${error instanceof Error ? error.message : ''}`.trim() };
  }
  const otherSchema = schemaFault(value);
  if (otherSchema !== undefined) return { kind: 'refused', why: otherSchema };
  if (!shape.fits(value)) return { kind: 'refused', why: `The file cannot be read at ${shape.fault(value, '')}. Nothing was changed.` };
  // Joined with nothing, records that the file has twice become one.
  const { schema: _schema, ...contents } = value;
  return { kind: 'read', contents: merge(contents, NOTHING) };
}

function schemaFault(value: unknown): string | undefined {
  const fault = record<{ schema: unknown }>({ schema }).fault(value, '');
  if (fault === undefined) return undefined;
  return `This is not a progress file that this version of Faultline can read (${fault}). If it comes from a newer version, reload the page and try again.`;
}

/** What would change here, in two sentences; undefined where nothing would. */
export function previewOf(here: Contents, file: Contents): string | undefined {
  const after = merge(here, file);
  const parts = [
    newDrafts(here, after),
    changes('snapshots', here, after, 'earlier version', 'earlier versions'),
    changes('attempts', here, after, 'attempt', 'attempts'),
    changes('best', here, after, 'best result', 'best results'),
    changes('answers', here, after, 'quiz answer', 'quiz answers'),
    changes('lessons', here, after, 'lesson', 'lessons'),
    changes('settings', here, after, 'setting', 'settings'),
  ].filter((part) => part !== undefined);
  if (canonical(after) === canonical(here)) return undefined;
  if (parts.length === 0) return 'Only the place where you were last will change.';
  const list = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');
  return `New or newer in this file: ${list}. Nothing that is here will be lost.`;
}

function newDrafts(here: Contents, after: Contents): string | undefined {
  const mine = new Map(here.drafts.map((draft) => [draft.exercise, draft.source]));
  const changed = after.drafts.filter((draft) => draft.source !== mine.get(draft.exercise));
  if (changed.length === 0) return undefined;
  const replaced = changed.filter((draft) => mine.has(draft.exercise)).length;
  const drafts = counted(changed.length, 'draft', 'drafts');
  return replaced === 0 ? drafts : `${drafts} (${replaced} in place of yours, which stays as an earlier version)`;
}

function changes<N extends TableName>(name: N, here: Contents, after: Contents, one: string, many: string): string | undefined {
  const known = new Set(here[name].map((row) => canonical(row)));
  const changed = after[name].filter((row) => !known.has(canonical(row))).length;
  return changed === 0 ? undefined : counted(changed, one, many);
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
