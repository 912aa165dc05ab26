import useBaseUrl from '@docusaurus/useBaseUrl';
import { useEffect, useRef, useState } from 'react';
import { watchCourse, type CourseWorker, type OfflineNews } from './courseWorker.ts';
import { whenIdle } from './whenIdle.ts';

/** In the browser's own store and not in the learner's progress: it is about this browser. */
const TOLD = 'faultline-offline-told';

export interface Offline {
  /** What is to be told now. That the course is kept is told once in each browser. */
  readonly news: OfflineNews | undefined;
  readonly take: () => void;
  readonly dismiss: () => void;
}

export function useOffline(): Offline {
  const url = useBaseUrl('/sw.js');
  const [news, setNews] = useState<OfflineNews>();
  const worker = useRef<CourseWorker>(undefined);

  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return undefined;
    const ofPage = navigator.serviceWorker.controller;
    return whenIdle(() => {
      const tell = (heard: OfflineNews): void => {
        if (heard !== 'kept' || isFirstTold()) setNews(heard);
      };
      void watchCourse(navigator.serviceWorker, { url, ofPage, tell }).then((watched) => {
        worker.current = watched;
      });
    });
  }, [url]);

  return {
    news,
    take: () => (news === 'newer' ? worker.current?.take() : location.reload()),
    dismiss: () => setNews(undefined),
  };
}

function isFirstTold(): boolean {
  try {
    if (localStorage.getItem(TOLD) !== null) return false;
    localStorage.setItem(TOLD, 'yes');
    return true;
  } catch {
    // Whoever may keep nothing would be told at each visit.
    return false;
  }
}
