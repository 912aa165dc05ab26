// A zip file, as APPNOTE 6.3 of PKWARE has it: local headers with their data, the central directory, its end. No dates: the same files give the same bytes.
import { deflateRawSync } from 'node:zlib';

const MADE_ON_UNIX = (3 << 8) | 20;
const VERSION_NEEDED = 20;
const UTF8_NAMES = 1 << 11;
const DEFLATED = 8;
/** 1980-01-01, the first day that the format knows. */
const DAY = 0x21;
const REGULAR_FILE = 0o100000;

const CRC_TABLE = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/** `files`: of `name` with slashes, `content` as a Buffer and whether it is `executable`. */
export function zipFile(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content, executable = false } of files) {
    const path = Buffer.from(name);
    const data = deflateRawSync(content, { level: 9 });
    const shared = numbers(
      [2, VERSION_NEEDED],
      [2, UTF8_NAMES],
      [2, DEFLATED],
      [2, 0],
      [2, DAY],
      [4, crc32(content)],
      [4, data.length],
      [4, content.length],
      [2, path.length],
      [2, 0],
    );
    const mode = REGULAR_FILE | (executable ? 0o755 : 0o644);
    directory.push(
      numbers([4, 0x02014b50], [2, MADE_ON_UNIX]),
      shared,
      numbers([2, 0], [2, 0], [2, 0], [4, (mode << 16) >>> 0], [4, offset]),
      path,
    );
    const local = [numbers([4, 0x04034b50]), shared, path, data];
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0]);
  return Buffer.concat([...parts, ...directory, end]);
}

/** Little-endian, each as [bytes, value]. */
function numbers(...fields) {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

function crc32(content) {
  let crc = 0xffffffff;
  for (const byte of content) crc = (crc >>> 8) ^ CRC_TABLE[(crc ^ byte) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}
