/** Code and traces in prose, as they are. What a reader edits stands in Monaco; to colour the few lines that remain is not worth 28 KB on every page. */
import type { ReactNode } from 'react';

export default function CodeBlock({ children }: { readonly children?: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <pre tabIndex={0}>
      <code>{typeof children === 'string' ? children.trimEnd() : children}</code>
    </pre>
  );
}
