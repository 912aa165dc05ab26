/** Publishes what the command line says of itself: the reference is made of the table of which help and errors are made. */
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { Command } from '../../grader/cli/command.ts';
import { publishCommand, type PublishedCommand } from '../teach/publishedCommand.ts';
import { evaluate } from './evaluate.ts';

interface Commands {
  readonly COMMANDS: readonly Command[];
}

export default function commandLine({ siteDir, generatedFilesDir }: LoadContext): Plugin<readonly PublishedCommand[]> {
  return {
    name: 'faultline-command-line',
    getPathsToWatch: () => [join(siteDir, 'grader/cli/**/*.ts')],
    async loadContent() {
      const [module] = await evaluate<Commands>([join(siteDir, 'grader/cli/commands.ts')], generatedFilesDir, 'command-line');
      return (module?.COMMANDS ?? []).map(publishCommand);
    },
    contentLoaded: async ({ content, actions }) => void (await actions.createData('commands.json', JSON.stringify(content))),
  };
}
