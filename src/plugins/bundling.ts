/** How the site's files are bundled, where Docusaurus' own way does not do. */
import type { LoadContext, Plugin } from '@docusaurus/types';

interface Rule {
  test?: unknown;
  resourceQuery?: unknown;
}

interface StylesGroup {
  test?: (module: { nameForCondition?: () => string | null | undefined }) => boolean;
}

const RAW = /^\?raw$/;

export function bundling(context: LoadContext): Plugin {
  return {
    name: 'faultline-bundling',
    configureWebpack(config, isServer) {
      keepLoadersOffRaw(config.module?.rules ?? []);
      if (!isServer) keepMonacoStylesApart(config.optimization?.splitChunks);
      return {
        // Node would read a `.js` of this package as an ES module while the pages are rendered.
        ...(isServer ? { output: { chunkFilename: 'assets/js/[name].[contenthash:8].cjs' } } : {}),
        module: {
          rules: [
            // The text of a file, whatever it is: `import api from './faultline.d.ts?raw'`.
            { resourceQuery: RAW, type: 'asset/source' },
            // The package is of type "module", but what Docusaurus generates says `require`.
            { test: /\.js$/, include: [context.generatedFilesDir], type: 'javascript/auto', resolve: { fullySpecified: false } },
          ],
        },
      };
    },
  };
}

function keepLoadersOffRaw(rules: readonly unknown[]): void {
  for (const rule of rules as Rule[]) {
    const { test } = rule;
    if (test instanceof RegExp && ['a.ts', 'a.js', 'a.md', 'a.css'].some((file) => test.test(file))) {
      rule.resourceQuery ??= { not: [RAW] };
    }
  }
}

/** Docusaurus puts all CSS into one file that each page waits for; the editor's 26 KB (gzipped) may come with the editor. */
function keepMonacoStylesApart(splitChunks: unknown): void {
  const groups = (splitChunks as { cacheGroups?: Record<string, unknown> } | undefined)?.cacheGroups;
  const styles = groups?.['styles'] as StylesGroup | undefined;
  if (styles) styles.test = (module) => !module.nameForCondition?.()?.includes('monaco-editor');
}
