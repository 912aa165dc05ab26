/** A file that is long and of which most readers copy the name only. The theme's own would be a coloured box. */
import CodeBlock from '@theme/CodeBlock';
import styles from './folded.module.css';

interface FoldedProps {
  readonly name: string;
  readonly children: string;
}

export function Folded({ name, children }: FoldedProps) {
  return (
    <details className={styles.folded}>
      <summary>
        What stands in <code>{name}</code>
      </summary>
      <CodeBlock>{children}</CodeBlock>
    </details>
  );
}
