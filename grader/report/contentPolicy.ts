import { sha256 } from '@noble/hashes/sha2.js';

/**
 * The policy of a page that needs nothing else: its own styles and this one script, nothing from anywhere. Should a text ever get out of its
 * quotes, no script of it runs.
 */
export function contentPolicy(script: string): string {
  const hash = btoa(String.fromCharCode(...sha256(new TextEncoder().encode(script))));
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
}
