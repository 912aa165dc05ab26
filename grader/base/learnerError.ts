/** An error for people: its message says what happened and how to mend it, and is shown without a stack. */
export class LearnerError extends Error {}
