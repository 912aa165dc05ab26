/**
 * What an editor needs to check answers as the sandbox runs them: the language's own library, and nothing of a browser or of Node.
 * The types lie beside it. `paths` names them, so that an installed package does not declare everything a second time.
 */
const TSCONFIG = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    paths: { faultline: ['./faultline.d.ts'] },
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ['*.ts'],
};

export const TSCONFIG_TEXT = `${JSON.stringify(TSCONFIG, undefined, 2)}\n`;
