/** Remembers over one load of the page that the learner wants the new version. Where nothing may be remembered, nothing is. */
const NAME = 'faultline-taking';

export const takingMark = {
  set(): void {
    try {
      sessionStorage.setItem(NAME, 'yes');
    } catch {
      // It only spares the learner a second click.
    }
  },
  /** Whether it was; it is not any more. */
  wasSet(): boolean {
    try {
      const found = sessionStorage.getItem(NAME) !== null;
      sessionStorage.removeItem(NAME);
      return found;
    } catch {
      return false;
    }
  },
};
