/** The map of the course, as plain data. */
export interface CourseModule {
  readonly label: string;
  readonly lessons: readonly CourseLesson[];
}

export interface CourseLesson {
  /** Its file and its page bear it. */
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  readonly minutes?: number;
}
