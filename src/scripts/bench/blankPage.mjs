// A blank page in Chromium, served from this machine together with the files that workers on it need.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../chromium.mjs';

const TYPES = { '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.ts': 'text/plain' };

/** `files`: paths on this machine by path of the address. */
export async function openBlankPage(executablePath, files) {
  const server = createServer((request, response) => {
    const file = files[request.url];
    if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>bench</title>');
    else if (file) response.writeHead(200, { 'content-type': TYPES[extname(file)] }).end(readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  return {
    /** Starts a worker of its own from `path`, sends it `message` and answers what it answers. */
    ask: (path, message) => page.evaluate(askWorker, [path, message]),
    /** Runs a script of this machine in the page. */
    load: (path) => page.addScriptTag({ path }),
    evaluate: (work, args) => page.evaluate(work, args),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** In the page. */
function askWorker([path, message]) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path, { type: 'module' });
    worker.addEventListener('error', (event) => reject(new Error(`the worker failed: ${event.message}`)));
    worker.addEventListener('message', (event) => {
      worker.terminate();
      resolve(event.data);
    });
    worker.postMessage(message);
  });
}
