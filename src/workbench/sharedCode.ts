/**
 * Code in a link: compressed, in the fragment, which no server ever sees. Opening such a link runs nothing and replaces nothing.
 *
 * `#code=<base64url of raw deflate of UTF-8>`.
 */

/** Characters of a link's fragment: what mail programs and chats leave whole. */
export const MAX_LINK_CHARS = 8_000;
/** Bytes of a source that a link may unfold to: as much as the grader takes. */
const MAX_SOURCE_BYTES = 256 * 1024;
const KEY = 'code=';

export type SharedCode =
  | { readonly kind: 'code'; readonly source: string }
  /** The link carries something that cannot be read. */
  | { readonly kind: 'unreadable' };

/** The fragment for a source, with its `#`; undefined where it would be too long. */
export async function fragmentFor(source: string): Promise<string | undefined> {
  const packed = await through(new TextEncoder().encode(source), new CompressionStream('deflate-raw'), Infinity);
  const fragment = packed && `#${KEY}${toBase64Url(packed)}`;
  return fragment && fragment.length <= MAX_LINK_CHARS ? fragment : undefined;
}

/** What the fragment of a link carries; undefined where it is about something else. */
export async function readFragment(fragment: string): Promise<SharedCode | undefined> {
  const text = fragment.replace(/^#/, '');
  if (!text.startsWith(KEY)) return undefined;
  try {
    const bytes = text.length > MAX_LINK_CHARS ? undefined : fromBase64Url(text.slice(KEY.length));
    const unpacked = bytes && (await through(bytes, new DecompressionStream('deflate-raw'), MAX_SOURCE_BYTES));
    if (!unpacked) return { kind: 'unreadable' };
    return { kind: 'code', source: new TextDecoder('utf-8', { fatal: true }).decode(unpacked) };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** A few hundred bytes may unfold to gigabytes: undefined beyond `mostBytes`. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
