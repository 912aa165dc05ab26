/** Single keys of a terminal, each told as it is pressed. Answers how to stop listening. */
export function listenToKeys(onKey: (key: string) => void): () => void {
  const { stdin } = process;
  const listener = (text: string): void => {
    for (const key of text) onKey(key);
  };
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.on('data', listener);
  return () => {
    stdin.off('data', listener);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
