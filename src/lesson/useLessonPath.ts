import { useAllDocsData } from '@docusaurus/plugin-content-docs/client';

/** Where a lesson stands, if it is written yet. */
export function useLessonPath(slug: string): string | undefined {
  return Object.values(useAllDocsData())
    .flatMap((plugin) => plugin.versions.flatMap((version) => version.docs))
    .find((doc) => doc.id.endsWith(`/${slug}`))?.path;
}
