/** When and where the meaning of a term shows. */
const EDGE_PX = 12;
const GAP_PX = 6;
/** A pointer on its way to somewhere else opens nothing. */
const HOVER_MS = 120;
/** Time to move the pointer from the term to its meaning. */
const GRACE_MS = 250;

/** Shows `popover`, a part of `whole`, while `whole` is pointed at, focused or tapped. Returns what ends that. */
export function showOnDemand(whole: HTMLElement, popover: HTMLElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let pending: ReturnType<typeof setTimeout> | undefined;

  const soon = (action: () => void, ms: number): void => {
    clearTimeout(pending);
    pending = setTimeout(action, ms);
  };
  const isOpen = (): boolean => popover.matches(':popover-open');
  const show = (): void => {
    clearTimeout(pending);
    if (!isOpen()) popover.showPopover();
    place(popover, whole);
  };
  const hide = (): void => {
    clearTimeout(pending);
    if (isOpen()) popover.hidePopover();
  };

  whole.addEventListener('click', show, { signal });
  whole.addEventListener('focusin', show, { signal });
  whole.addEventListener('focusout', (event) => !isWithin(whole, event.relatedTarget) && hide(), { signal });
  // A tap is a click; its pointer leaves at once.
  whole.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && soon(show, HOVER_MS), { signal });
  whole.addEventListener(
    'pointerleave',
    (event) => {
      if (event.pointerType === 'mouse' && !whole.contains(document.activeElement)) soon(hide, GRACE_MS);
    },
    { signal },
  );
  window.addEventListener('pointerdown', (event) => !isWithin(whole, event.target) && hide(), { signal });
  window.addEventListener('keydown', (event) => event.key === 'Escape' && hide(), { signal });
  window.addEventListener('scroll', () => isOpen() && (isInWindow(whole) ? place(popover, whole) : hide()), { signal, passive: true });
  window.addEventListener('resize', hide, { signal });

  return () => {
    listening.abort();
    clearTimeout(pending);
  };
}

/** Below the term's first line, or above where there is no room. */
function place(popover: HTMLElement, whole: HTMLElement): void {
  const line = whole.getClientRects()[0];
  if (!line) return;
  const { width, height } = popover.getBoundingClientRect();
  const below = line.bottom + GAP_PX;
  const fits = below + height + EDGE_PX <= window.innerHeight;
  const mostLeft = document.documentElement.clientWidth - width - EDGE_PX;
  popover.style.top = `${fits ? below : Math.max(EDGE_PX, line.top - GAP_PX - height)}px`;
  popover.style.left = `${Math.max(EDGE_PX, Math.min(line.left, mostLeft))}px`;
}

function isWithin(whole: HTMLElement, target: EventTarget | null): boolean {
  return target instanceof Node && whole.contains(target);
}

function isInWindow(whole: HTMLElement): boolean {
  const { top, bottom } = whole.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
