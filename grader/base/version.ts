import project from '../../package.json';

/** The grader's version, which every report names. */
export const VERSION: string = project.version;
