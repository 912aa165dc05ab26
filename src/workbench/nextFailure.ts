/** Moves the focus to the next failing check of a workbench, or to the one before, and opens it. Answers whether there is one. */
export function goToFailure(bench: Element, by: 1 | -1): boolean {
  const failures = [...bench.querySelectorAll<HTMLDetailsElement>('details[data-status=failed], details[data-status=inconclusive]')];
  if (failures.length === 0) return false;
  const at = failures.findIndex((one) => one.contains(document.activeElement));
  const next = failures[at < 0 ? (by === 1 ? 0 : failures.length - 1) : (at + by + failures.length) % failures.length];
  if (!next) return false;
  next.open = true;
  next.querySelector('summary')?.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}
