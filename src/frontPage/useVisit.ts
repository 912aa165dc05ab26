import { useEffect, useState } from 'react';
import type { Visited } from './visit.ts';

/** Visits everything that the transaction can come to, once it is wanted; undefined until that is done, or where it cannot be. */
export function useVisit(isWanted: boolean): Visited | undefined {
  const [visited, setVisited] = useState<Visited>();
  useEffect(() => {
    if (!isWanted) return undefined;
    const worker = new Worker(new URL('visitWorker.ts', import.meta.url));
    worker.addEventListener('message', (event: MessageEvent<Visited>) => {
      setVisited(event.data);
      worker.terminate();
    });
    return () => worker.terminate();
  }, [isWanted]);
  return visited;
}
