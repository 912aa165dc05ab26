/**
 * Publishes the quizzes of the lessons as data: `docs/<module>/<slug>.quiz.ts` becomes `@generated/faultline-quizzes/default/<slug>.json`,
 * with its answers sealed.
 */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { sealQuiz, type Quiz, type SealedQuiz } from '../lesson/quiz.ts';
import { quizFaults } from '../lesson/quizFaults.ts';
import { evaluate } from './evaluate.ts';

const ENDING = '.quiz.ts';

export default function quizzes({ siteDir, generatedFilesDir }: LoadContext): Plugin<readonly SealedQuiz[]> {
  const docs = join(siteDir, 'docs');
  return {
    name: 'faultline-quizzes',
    getPathsToWatch: () => [join(docs, `**/*${ENDING}`)],
    async loadContent() {
      const files = (await readdir(docs, { recursive: true })).filter((file) => file.endsWith(ENDING)).sort();
      const written = await evaluate<{ readonly quiz: Quiz }>(
        files.map((file) => join(docs, file)),
        generatedFilesDir,
        'quizzes',
      );
      return files.map((file, at) => sealed(file, written[at]?.quiz ?? []));
    },
    async contentLoaded({ content, actions }) {
      for (const quiz of content) await actions.createData(`${quiz.slug}.json`, JSON.stringify(quiz));
    },
  };
}

/** @throws Error that names the file and the questions at fault. */
function sealed(file: string, quiz: Quiz): SealedQuiz {
  const faults = quizFaults(quiz);
  if (faults.length > 0) throw new Error(`docs/${file} cannot be published:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return sealQuiz(basename(file, ENDING), quiz);
}
