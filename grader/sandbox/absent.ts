/**
 * What learners may expect from other places and do not find here, with what to use instead. Touching one throws that sentence.
 * The code is that of the diagnostic when it happens while the source is loaded.
 */
export interface Absent {
  readonly name: string;
  /** The object that would hold it; the global object where absent. */
  readonly of?: 'Math';
  readonly code: 'E_CLOCK' | 'E_CHANCE' | 'E_ABSENT';
  readonly message: string;
}

const NO_CLOCK = 'the same schedule would run differently tomorrow. No answer here depends on the time of day';
const NO_TIMER = 'nothing happens later by itself here. In a protocol, set a timer: ctx.setTimer(name, delay)';
const NO_HOST = 'a submission runs in a sandbox with the standard library of ECMAScript and console.log, and nothing else';

function clock(name: string): Absent {
  return { name, code: 'E_CLOCK', message: `\`${name}\` is not available here: ${NO_CLOCK}.` };
}

function timer(name: string): Absent {
  return { name, code: 'E_CLOCK', message: `\`${name}\` is not available here: ${NO_TIMER}.` };
}

function host(name: string, instead: string = NO_HOST): Absent {
  return { name, code: 'E_ABSENT', message: `\`${name}\` is not available here: ${instead}.` };
}

const NO_NETWORK = 'a submission has no network. In a protocol, send a message: ctx.send(to, message)';
const NO_IMPORT = "a submission is one file. Types may be imported with `import type … from 'faultline'`; write the rest yourself";

export const ABSENT: readonly Absent[] = [
  clock('Date'),
  clock('performance'),
  {
    name: 'random',
    of: 'Math',
    code: 'E_CHANCE',
    message:
      '`Math.random` is not available here: the same schedule would run differently each time. In a TIMED protocol use ctx.random().',
  },
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'requestAnimationFrame', 'queueMicrotask'].map(timer),
  ...['fetch', 'XMLHttpRequest', 'WebSocket'].map((name) => host(name, NO_NETWORK)),
  ...['require', 'module', 'exports', 'importScripts'].map((name) => host(name, NO_IMPORT)),
  ...[
    'process',
    'Buffer',
    'global',
    'window',
    'self',
    'document',
    'localStorage',
    'indexedDB',
    'crypto',
    'structuredClone',
    'postMessage',
  ].map((name) => host(name)),
];
