/** Plain text in which code stands between backticks, as in Markdown: hints and messages are written so. */
export function TextWithCode({ text }: { readonly text: string }) {
  // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text never move
  return text.split('`').map((piece, at) => (at % 2 === 1 ? <code key={at}>{piece}</code> : piece));
}
