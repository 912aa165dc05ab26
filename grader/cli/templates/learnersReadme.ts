/** The page that stands beside answers. It names no exercise that was chosen, so that it is the same however many were started. */
import { commandWord } from '../workplace.ts';
import { TARBALL } from './manifest.ts';
import { MARKDOWN_MARKER } from './marker.ts';

/** `answers`: their folder, from the folder that commands are run in. */
export function learnersReadme(answers: string): string {
  const dir = commandWord(answers);
  const file = commandWord(answers === '.' ? 'hamming.ts' : `${answers}/hamming.ts`);
  const where = answers === '.' ? 'in this folder' : `in the folder that holds \`${answers}\``;
  const option = answers === 'answers' ? '' : ` --dir ${dir}`;
  return `${MARKDOWN_MARKER}

# Your answers

Each file here that is named after an exercise, such as \`hamming.ts\`, is your answer to it. A starter compiles and does not pass: its \`TODO\`s name the
dangers. Change what you like, but keep the names that it exports.

## Commands

Run them ${where}.

| command | does |
| --- | --- |
| \`npx faultline watch${option}\` | grades whenever you save, and leads from one exercise to the next |
| \`npx faultline grade hamming ${file}\` | grades one answer |
| \`npx faultline grade ${dir}\` | grades all of them |
| \`npx faultline hint hamming\` | shows the next hint |
| \`npx faultline list\` | shows all exercises |
| \`npx faultline start hamming${option}\` | shows the task of one, and writes its starter if it is not there |
| \`npx faultline help\` | shows the rest |

If there is no \`faultline\` yet, \`npm install\` brings what \`package.json\` names. If you were given it as a file, put \`${TARBALL}\` beside
\`package.json\` and run \`npm install --save-dev ./${TARBALL}\`. It needs Node 20.12 or later.

## How grading goes

- An exercise consists of checks, easiest first. A check that passes earns all its points, and says whether it tried everything within its bounds or a sample.
- A protocol is run under every schedule of messages, timers, losses and crashes that a check allows. What breaks it is shown as a short run, with a
  command that replays it.
- An answer is one module. It may have \`import type … from 'faultline'\` and no other import, and runs without network, files, clock or chance.
  \`faultline.d.ts\` says all that it may rely on; \`tsconfig.json\` tells your editor the same.
- The same answer gets the same report everywhere: here, in the course's pages, and where a repository grades each push.
- The exit code is 0 if everything passed, 1 if something did not, 2 if a command could not be understood or a file not be read.
`;
}
