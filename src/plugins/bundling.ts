/** How the site's files are bundled, where Docusaurus' own way does not do. */
import { fileURLToPath } from 'node:url';
import type { LoadContext, Plugin } from '@docusaurus/types';

interface Rule {
  test?: unknown;
  resourceQuery?: unknown;
}

interface BundledModule {
  nameForCondition?: () => string | null | undefined;
}

interface ChunkGroup {
  name?: string;
  minChunks?: number;
  priority?: number;
  type?: string;
  test?: (module: BundledModule) => boolean;
}

const RAW = /^\?raw$/;

export default function bundling(context: LoadContext): Plugin {
  return {
    name: 'faultline-bundling',
    configureWebpack(config, isServer) {
      keepLoadersOffRaw(config.module?.rules ?? []);
      keepCachesApart(config.experiments, context.baseUrl);
      if (!isServer) keepMonacoApart(config.optimization?.splitChunks);
      return {
        // Node would read a `.js` of this package as an ES module while the pages are rendered.
        ...(isServer ? { output: { chunkFilename: 'assets/js/[name].[contenthash:8].cjs' } } : {}),
        resolve: {
          alias: {
            'prism-react-renderer$': fileBeside('withoutPrism.ts'),
            '@docusaurus/utils-common$': fileBeside('withoutTslib.ts'),
          },
        },
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

function fileBeside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** What is kept between builds has addresses of fonts in it, and would bring those of another `BASE_URL`. */
function keepCachesApart(experiments: unknown, baseUrl: string): void {
  const cache = (experiments as { cache?: { version?: string } } | undefined)?.cache;
  if (cache) cache.version += baseUrl;
}

function keepLoadersOffRaw(rules: readonly unknown[]): void {
  for (const rule of rules as Rule[]) {
    const { test } = rule;
    if (test instanceof RegExp && ['a.ts', 'a.js', 'a.md', 'a.css'].some((file) => test.test(file))) {
      rule.resourceQuery ??= { not: [RAW] };
    }
  }
}

/**
 * Docusaurus puts all CSS, and whatever many chunks share, into files that each page waits for. The editor and its two workers share
 * much: 26 KB of styles and 100 KB of code (gzipped) that may come with the editor.
 */
function keepMonacoApart(splitChunks: unknown): void {
  const groups = (splitChunks as { cacheGroups?: Record<string, ChunkGroup> } | undefined)?.cacheGroups;
  if (!groups) return;
  for (const name of ['styles', 'common']) {
    const group = groups[name];
    if (group) group.test = (module) => !isMonaco(module);
  }
  groups['monaco'] = { name: 'monaco', minChunks: 3, priority: 40, type: 'javascript/auto', test: isMonaco };
}

function isMonaco(module: BundledModule): boolean {
  return module.nameForCondition?.()?.includes('monaco-editor') ?? false;
}
