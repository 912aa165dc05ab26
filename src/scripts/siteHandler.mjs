// Serves the built site's files, compressed as a real host would. For this machine only: no caching, no logs.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { ROOT } from './install.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};
const COMPRESSED = /^(text|application\/(json|wasm|xml)|image\/svg)/;

/** A request handler for the folder `build`. `encodings`: what it compresses with, the preferred one first. */
export function siteHandler({ encodings = ['br', 'gzip'] } = {}) {
  const build = join(ROOT, 'build');
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
    const file = fileFor(build, request.url ?? '/');
    if (file === undefined) {
      response.writeHead(404, { 'content-type': TYPES['.html'] });
      return void response.end(request.method === 'HEAD' ? '' : readFileSync(join(build, '404.html')));
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const accepted = COMPRESSED.test(type) ? String(request.headers['accept-encoding'] ?? '') : '';
    const encoding = encodings.find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
    response.writeHead(200, { 'content-type': type, ...(encoding && { 'content-encoding': encoding, vary: 'accept-encoding' }) });
    if (request.method === 'HEAD') return void response.end();
    const stream = createReadStream(file).on('error', () => response.destroy());
    if (encoding === 'br') stream.pipe(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })).pipe(response);
    else if (encoding === 'gzip') stream.pipe(createGzip()).pipe(response);
    else stream.pipe(response);
  };
}

/** The file that an address names, inside `build` only. */
function fileFor(build, url) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.split(/[\\/]/).includes('..')) return undefined;
  const candidates = [path, join(path, 'index.html'), `${path}.html`].map((one) => join(build, one));
  return candidates.find((one) => existsSync(one) && statSync(one).isFile());
}
