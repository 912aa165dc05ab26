import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // As many as the smallest machine has cores: on two, vitest itself would take one.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{grader,exercises,src}/**/*.test.ts'],
          exclude: ['src/browser/**', '**/*.class.test.ts'],
          testTimeout: 30_000,
          // Reading the modules anew for each file would take a tenth of the time; no test changes what others use.
          isolate: false,
        },
      },
      {
        // Whole classes: minutes of work in processes of their own.
        test: {
          name: 'class',
          environment: 'node',
          include: ['{grader,src}/**/*.class.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['src/browser/**/*.test.ts'],
          globalSetup: ['src/browser/globalSetup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
