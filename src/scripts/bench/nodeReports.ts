/** `node nodeReports.mjs WASM FILES.json` prints the hashes of the reports of these files, as JSON. */
import { readFileSync } from 'node:fs';
import { hashesOf } from './reports.ts';

const [wasm = '', list = ''] = process.argv.slice(2);
console.log(JSON.stringify(await hashesOf(JSON.parse(readFileSync(list, 'utf8')), await WebAssembly.compile(readFileSync(wasm)))));
