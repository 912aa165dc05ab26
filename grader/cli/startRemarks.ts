/** What the list of files that `start` wrote does not say: how to come by Faultline, and what would keep a pipeline from grading. */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { VERSION } from '../base/version.ts';
import { dependencyIn } from './dependency.ts';
import { TARBALL } from './templates/manifest.ts';
import type { Workplace } from './workplace.ts';

/** Empty where there is nothing to say. */
export function startRemarks({ isInside, root, hasRepository, manifest }: Workplace, hasPipelines: boolean): string {
  const some: string[] = [];
  if (isInside && manifest === undefined && !existsSync(TARBALL)) {
    some.push(
      `package.json asks a registry for faultline ${VERSION}. If you were given it as a file, put it here and run`,
      `\`npm install --save-dev ./${TARBALL}\`: it may be committed, and then nothing else is needed to grade.`,
    );
  }
  if (hasPipelines) {
    const up = relative('', root);
    if (up !== '')
      some.push(`Workflows lie at the root of the repository, ${up}, where they are looked for, and grade the answers of this folder.`);
    if (!hasRepository)
      some.push('This folder is not in a git repository yet: it has to become the root of one, for workflows to be found.');
    if (manifest !== undefined) some.push(...dependencyRemark(manifest, root));
  }
  return some.length === 0 ? '' : `\n${some.join('\n')}\n`;
}

/** What keeps a pipeline from installing what a package.json names. */
function dependencyRemark(manifest: string, root: string): string[] {
  const path = relative('', manifest);
  const dependency = dependencyIn(manifest, root);
  switch (dependency.kind) {
    case 'registry':
    case 'inside':
      return [];
    case 'outside':
      return [
        `${path} takes faultline from ${dependency.spec}, which is not in this repository. For the workflow, put the file here, run`,
        `\`npm install --save-dev ./${TARBALL}\` and commit it.`,
      ];
    case 'absent':
      return [
        `${path} does not name faultline, so the workflow could not install it. \`npm install --save-dev faultline@${VERSION}\` adds it`,
        `from a registry, \`npm install --save-dev ./${TARBALL}\` from a file.`,
      ];
  }
}
