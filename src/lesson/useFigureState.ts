/** The state of a figure, kept in the page's address so that it can be shared. A page begins with `initial`, then takes what its address says. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type SetStateAction } from 'react';
import { queryWith, textIn, type Codec } from './figureLink.ts';

/** Browsers refuse an address that changes with every frame of a drag. */
const REST_MS = 300;

export function useFigureState<State>(
  id: string,
  initial: State,
  codec: Codec<State>,
): readonly [state: State, setState: (action: SetStateAction<State>) => void, reset: () => void] {
  // Those of the first rendering: a figure may make them anew each time.
  const [first] = useState(() => ({ initial, codec }));
  const text = useSyncExternalStore(
    noSubscription,
    () => textIn(location.search, id),
    () => undefined,
  );
  const begun = useMemo(() => (text === undefined ? undefined : first.codec.read(text)) ?? first.initial, [first, text]);
  // Undefined until the reader does something.
  const [own, setOwn] = useState<{ readonly state: State }>();

  useEffect(() => {
    if (!own) return undefined;
    const timer = setTimeout(() => {
      const {
        codec: { write },
        initial: start,
      } = first;
      const written = write(own.state);
      const query = queryWith(location.search, id, written === write(start) ? undefined : written);
      if (query !== location.search) history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [first, id, own]);

  const setState = useCallback(
    (action: SetStateAction<State>) => setOwn((now) => ({ state: isUpdater(action) ? action(now ? now.state : begun) : action })),
    [begun],
  );
  const reset = useCallback(() => setOwn({ state: first.initial }), [first]);
  return [own ? own.state : begun, setState, reset];
}

/** While a page stands, its address changes through its figures alone. */
function noSubscription(): () => void {
  return () => undefined;
}

function isUpdater<State>(action: SetStateAction<State>): action is (before: State) => State {
  return typeof action === 'function';
}
