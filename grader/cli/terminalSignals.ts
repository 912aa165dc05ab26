/** What a terminal tells the program beside keys. */

interface Handlers {
  readonly quit: () => void;
  /** The terminal has another size. */
  readonly resize: () => void;
}

const QUITTING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Answers how to stop listening. */
export function onSignals({ quit, resize }: Handlers): () => void {
  for (const signal of QUITTING) process.once(signal, quit);
  process.on('SIGWINCH', resize);
  // Whoever read what is told has left, as `head` does.
  process.stdout.once('error', quit);
  return () => {
    for (const signal of QUITTING) process.off(signal, quit);
    process.off('SIGWINCH', resize);
    process.stdout.off('error', quit);
  };
}

/** Gives the terminal back to the shell until it says `fg`. Windows has nothing like it. `release` gives the keys back, `resume` takes them again. */
export function suspend(release: () => void, resume: () => void): void {
  if (process.platform === 'win32') return;
  release();
  process.once('SIGCONT', resume);
  // To the whole group: what started this program, such as npx, has to stop too, or the shell would wait for it.
  process.kill(0, 'SIGTSTP');
}
