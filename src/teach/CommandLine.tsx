/** Every command with its options, from the program's own table. */
import commands from '@generated/faultline-command-line/default/commands.json';
import CodeBlock from '@theme/CodeBlock';
import Heading from '@theme/Heading';
import { Table } from '../lesson/Table.tsx';
import styles from './commandLine.module.css';

export function CommandLine() {
  return commands.map(({ name, usage, summary, details, options }) => (
    <section key={name} className={styles.command}>
      <Heading as="h3" id={name}>
        {name}
      </Heading>
      <CodeBlock>{usage}</CodeBlock>
      <p>
        {sentence(summary)}
        {details && ` ${details}`}
      </p>
      {options.length > 0 && (
        <Table>
          <thead>
            <tr>
              <th>option</th>
              <th>does</th>
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <tr key={option.usage}>
                <td>
                  <code>{option.usage}</code>
                </td>
                <td>{option.text}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  ));
}

/** Help writes summaries without a capital and without a full stop. */
function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}
