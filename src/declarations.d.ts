/// <reference types="@docusaurus/module-type-aliases" />

/** The text of a file. */
declare module '*?raw' {
  const text: string;
  export default text;
}

/** An exercise's task. */
declare module '@site/exercises/*/task.mdx' {
  import type { ComponentType } from 'react';

  const Task: ComponentType;
  export default Task;
}

/** Written by src/plugins/catalogue.ts. */
declare module '@generated/faultline-catalogue/default/index.json' {
  import type { ExerciseSummary } from '@site/src/exercises/publishedExercise.ts';

  const exercises: readonly ExerciseSummary[];
  export default exercises;
}

/** Written by src/plugins/commandLine.ts. */
declare module '@generated/faultline-command-line/default/commands.json' {
  import type { PublishedCommand } from '@site/src/teach/publishedCommand.ts';

  const commands: readonly PublishedCommand[];
  export default commands;
}

/** Written by src/plugins/course.ts. */
declare module '@generated/faultline-course/default/course.json' {
  import type { CourseModule } from '@site/src/lesson/course.ts';

  const course: readonly CourseModule[];
  export default course;
}
