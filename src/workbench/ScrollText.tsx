interface ScrollTextProps {
  readonly className?: string | undefined;
  /** What it is, for those who reach it by keyboard. */
  readonly name: string;
  readonly text: string;
}

/** Text as it is, that may be wider or longer than its place: so it can take the focus and be scrolled by keys. */
export function ScrollText({ className, name, text }: ScrollTextProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls must be reachable by keyboard, and a `fieldset` is no text
    <pre className={className} tabIndex={0} role="group" aria-label={name}>
      {text}
    </pre>
  );
}
