import useBaseUrl from '@docusaurus/useBaseUrl';
import { useEffect, useMemo, useState } from 'react';
import type { CourseSearch, Found } from './courseSearch.ts';
import { loadSearch } from './loadSearch.ts';
import { SECTIONS_FILE } from './section.ts';

export type SearchState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly retry: () => void }
  /** `found` is undefined until something is looked for. */
  | { readonly kind: 'ready'; readonly found: readonly Found[] | undefined };

export function useSearch(query: string): SearchState {
  const url = useBaseUrl(`/${SECTIONS_FILE}`);
  const [search, setSearch] = useState<CourseSearch>();
  /** How often it has failed. */
  const [failures, setFailures] = useState(0);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    loadSearch(url).then(
      (loaded) => isCurrent && setSearch(loaded),
      () => isCurrent && setFailures(attempt + 1),
    );
    return () => {
      isCurrent = false;
    };
  }, [url, attempt]);

  const found = useMemo(() => (query.trim() ? search?.find(query) : undefined), [search, query]);
  if (search) return { kind: 'ready', found };
  return failures > attempt ? { kind: 'failed', retry: () => setAttempt(failures) } : { kind: 'loading' };
}
