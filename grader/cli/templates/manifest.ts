/** What npm and git need to know of a folder with answers. */
import { VERSION } from '../../base/version.ts';
import { commandWord } from '../workplace.ts';

/** The file that `npm pack` makes of this version, and that teachers hand on where the package is on no registry. */
export const TARBALL = `faultline-${VERSION}.tgz`;

/** A package.json that brings this version. Exactly this one: another could give other points. */
export function manifestText(answers: string, hasTarball: boolean): string {
  const manifest = {
    private: true,
    type: 'module',
    scripts: {
      test: `faultline grade ${commandWord(answers)}`,
      watch: `faultline watch --dir ${commandWord(answers)}`,
    },
    devDependencies: { faultline: hasTarball ? `file:${TARBALL}` : VERSION },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

export const GITIGNORE_TEXT = 'node_modules/\n';
