/** What is done with a part of the page that does not answer yet, to be done again in its place when it does. */

export interface Deeds {
  /** Notes no more: that the focus leaves what is taken away means nothing. */
  stop(): void;
  /** Does it again in what stands there now, which must have the same shape, and moves the focus there. */
  repeat(): void;
}

interface Deed {
  readonly at: Path;
  /** Of a slider or a list; undefined for a click. */
  readonly value: string | undefined;
}

/** From the box down: at each level, which child. */
type Path = readonly number[];

/** Calls `onDeed` at the first sign that somebody means it: a pointer that goes down, the focus. */
export function watchDeeds(box: HTMLElement, onDeed: () => void): Deeds {
  const watching = new AbortController();
  const options = { signal: watching.signal, capture: true };
  let focused: Path | undefined;
  let deeds: readonly Deed[] = [];

  const note = (target: EventTarget | null, value?: string): void => {
    const at = pathTo(box, target);
    if (!at) return;
    // Of a slider that is dragged, the last place alone.
    deeds = [...deeds.filter((deed) => value === undefined || deed.value === undefined || deed.at.join() !== at.join()), { at, value }];
  };
  box.addEventListener('pointerdown', onDeed, options);
  box.addEventListener(
    'focusin',
    ({ target }) => {
      focused = pathTo(box, target);
      onDeed();
    },
    options,
  );
  box.addEventListener('focusout', () => (focused = undefined), options);
  box.addEventListener('click', ({ target }) => !isFollowed(target) && note(target), options);
  box.addEventListener('input', ({ target }) => hasValue(target) && note(target, target.value), options);

  return {
    stop: () => watching.abort(),
    repeat() {
      const focus = focused && elementAt(box, focused);
      if (focus instanceof HTMLElement || focus instanceof SVGElement) focus.focus({ preventScroll: true });
      for (const { at, value } of deeds) {
        const element = elementAt(box, at);
        // Parts of a drawing have no `click()`.
        if (value === undefined) element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        else if (element && hasValue(element)) change(element, value);
      }
    },
  };
}

/** A link has been followed by now, and a label clicks its control, which is noted then. */
function isFollowed(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('a[href]') !== null || (target.closest('label') !== null && !(target instanceof HTMLInputElement));
}

/** Check boxes and radio buttons are clicked, whatever changes them. */
function hasValue(target: EventTarget | null): target is HTMLInputElement | HTMLSelectElement {
  return (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type)) || target instanceof HTMLSelectElement;
}

/** As the reader would: React takes no notice of a value that is set through the element itself. */
function change(element: HTMLInputElement | HTMLSelectElement, value: string): void {
  const { prototype } = element instanceof HTMLInputElement ? HTMLInputElement : HTMLSelectElement;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
}

function pathTo(box: HTMLElement, target: EventTarget | null): Path | undefined {
  if (!(target instanceof Element) || !box.contains(target)) return undefined;
  const path: number[] = [];
  for (let at: Element = target; at !== box;) {
    const parent = at.parentElement;
    if (!parent) return undefined;
    path.unshift([...parent.children].indexOf(at));
    at = parent;
  }
  return path;
}

function elementAt(box: HTMLElement, path: Path): Element | undefined {
  return path.reduce<Element | undefined>((at, child) => at?.children[child], box);
}
