/** Independent readers of the documents, for tests: what they find wrong, and what they read. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { Parser } from 'tap-parser';
import { memoryPages, validateXML } from 'xmllint-wasm';

const STRICT_JUNIT = readFileSync(new URL('schemas/junit-strict.xsd', import.meta.url), 'utf8');

/** What a validator of XML says against documents. */
export async function xmlFaults(...documents: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: documents.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    schema: { fileName: 'junit-strict.xsd', contents: STRICT_JUNIT },
    // A document of 30 MB takes a few times as much.
    maxMemoryPages: 512 * memoryPages.MiB,
  });
  return errors.map((error) => `${error.loc?.fileName ?? ''} ${error.message}`);
}

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats.default(ajv);

/** What a schema says against a JSON document. */
export function jsonFaults(schema: object, text: string): string[] {
  const isValid = ajv.compile(schema);
  isValid(JSON.parse(text));
  return (isValid.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

interface TapReading {
  readonly ok: boolean;
  readonly failures: readonly string[];
  /** Test points at the top, as `ok name`, `not ok name` or `skip name`. */
  readonly points: readonly string[];
  /** Those of subtests. */
  readonly inner: readonly string[];
  readonly diags: readonly unknown[];
  readonly extra: readonly string[];
}

/** A document as a strict reader of TAP takes it. */
export function readTap(text: string): TapReading {
  const points: string[] = [];
  const inner: string[] = [];
  const diags: unknown[] = [];
  const extra: string[] = [];
  const reader = new Parser({ strict: true });
  const listen = (parser: Parser, into: string[]): void => {
    parser.on('assert', (point: { ok: boolean; name: string; skip?: unknown; diag?: unknown }) => {
      into.push(`${point.skip ? 'skip' : point.ok ? 'ok' : 'not ok'} ${point.name}`);
      if (point.diag) diags.push(point.diag);
    });
    parser.on('extra', (line: string) => extra.push(line));
    parser.on('child', (child: Parser) => listen(child, inner));
  };
  listen(reader, points);
  reader.end(text);
  const { results } = reader;
  const failures = (results?.failures ?? []).flatMap((one) => ('tapError' in one && typeof one.tapError === 'string' ? one.tapError : []));
  return { ok: results?.ok ?? false, failures, points, inner, diags, extra };
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Every element of a page, as a browser's parser reads it. */
export function elementsOf(page: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Tree.Node): void => {
    if ('attrs' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      found.push({ name: node.tagName, attributes, text: textOf(node) });
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(page));
  return found;
}

function textOf(node: Tree.Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Lines that GitHub's runner would take for commands, should a document be printed to a log. */
export function commandsIn(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trimStart().startsWith('::') || line.includes('##['));
}

/** Characters that move a cursor, colour a screen or are none. */
export const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]|\p{Surrogate}/u;
