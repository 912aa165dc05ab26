/** What is done with the built pages, in this order: plugins of their own would do it all at once. The development server has none of it. */
import type { LoadContext, Plugin } from '@docusaurus/types';
import { writeServiceWorker } from './offline.ts';
import { writePageHeads } from './pageHead.ts';
import { writeSearchIndex } from './searchIndex.ts';

export default function finishing({ siteDir, baseUrl }: LoadContext): Plugin {
  return {
    name: 'faultline-finishing',
    async postBuild({ outDir }) {
      await writeSearchIndex(outDir);
      await writePageHeads(outDir, baseUrl);
      // Last: it lists what the others have written.
      console.log(await writeServiceWorker(outDir, siteDir));
    },
  };
}
