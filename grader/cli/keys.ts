/** Single keys of a terminal, each told as it is pressed. Answers how to stop listening. */
export function listenToKeys(onKey: (key: string) => void): () => void {
  const { stdin } = process;
  const listener = (text: string): void => {
    for (const key of keysIn(text)) onKey(key);
  };
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.on('data', listener);
  stdin.resume();
  return () => {
    stdin.off('data', listener);
    stdin.setRawMode(false);
    stdin.pause();
  };
}

/** A key that sends several characters, such as an arrow or F5, is one: the letters in it are not meant. */
export function keysIn(text: string): readonly string[] {
  return text.match(/\u001b(?:\[[0-?]*[ -/]*[@-~]|O.|[^\u001b])?|[^\u001b]/gsu) ?? [];
}
