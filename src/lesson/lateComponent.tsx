/**
 * A part of a page whose code is fetched when the reader comes near it. Until then it stands as the server drew it: as large, to be read, and
 * what is done with it meanwhile is done again once it answers.
 *
 * React's own way, a boundary that is suspended, does not do here: it throws away what the server drew as soon as anything changes around it.
 */
import useIsBrowser from '@docusaurus/useIsBrowser';
import { startTransition, use, useCallback, useEffect, useLayoutEffect, useRef, useState, type ComponentType } from 'react';
import { whenIdle } from '../offline/whenIdle.ts';
import styles from './lateComponent.module.css';
import { watchDeeds, type Deeds } from './waitingDeeds.ts';

/** How near the window: about a screenful of scrolling ahead of the reader. */
const NEAR = '800px 0px';

/** As an attribute it leaves alone what it finds. One object for all: React would write another into the page. */
const AS_DRAWN = { __html: '' };

export function lateComponent<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loading: Promise<ComponentType<Props>> | undefined;
  let known: ComponentType<Props> | undefined;

  function InBrowser(props: Props) {
    // False only while what the server drew is taken over.
    const [isDrawn] = useState(!useIsBrowser());
    const [state, setState] = useState<'waiting' | 'failed' | 'live'>(known ? 'live' : 'waiting');
    const box = useRef<HTMLDivElement>(null);
    const deeds = useRef<Deeds>(undefined);

    const fetchCode = useCallback(
      () =>
        load().then(
          (Component) => {
            known = Component;
            deeds.current?.stop();
            // In slices: the page goes on scrolling.
            startTransition(() => setState('live'));
          },
          () => setState('failed'),
        ),
      [],
    );

    const isLive = state === 'live';
    useEffect(() => {
      if (isLive || !box.current) return undefined;
      if (!isDrawn) {
        void fetchCode();
        return undefined;
      }
      const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && void fetchCode(), {
        rootMargin: NEAR,
      });
      const place = box.current;
      // What is read first comes first.
      const callOff = whenIdle(() => observer.observe(place));
      deeds.current = watchDeeds(place, fetchCode);
      return () => {
        callOff();
        observer.disconnect();
      };
    }, [isLive, isDrawn, fetchCode]);

    // Before anything is painted: the focus must not be seen to leave.
    useLayoutEffect(() => {
      if (!isLive) return;
      deeds.current?.repeat();
      deeds.current = undefined;
    }, [isLive]);

    if (known && isLive) {
      const Component = known;
      return (
        <div ref={box} data-late="live">
          <Component {...props} />
        </div>
      );
    }
    return (
      <>
        {isDrawn ? (
          <div ref={box} data-late="waiting" dangerouslySetInnerHTML={AS_DRAWN} suppressHydrationWarning />
        ) : (
          <div ref={box} data-late="waiting" className={styles.empty} aria-busy="true" />
        )}
        {state === 'failed' && (
          <p className={styles.failed} role="alert">
            This part of the page could not be loaded, so it does not answer yet.{' '}
            <button type="button" onClick={() => void fetchCode()}>
              Try again
            </button>
          </p>
        )}
      </>
    );
  }

  function OnServer(props: Props) {
    const Component = use((loading ??= load()));
    return (
      <div data-late="waiting">
        <Component {...props} />
      </div>
    );
  }

  return typeof window === 'undefined' ? OnServer : InBrowser;
}
