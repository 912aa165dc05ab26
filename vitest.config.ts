import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest. Whichever comes last would run alone at the end. */
const LONG = [
  'src/browser/parity.test.ts',
  'grader/checks/hostileProtocols.test.ts',
  'grader/report/reporters.test.ts',
  'src/teach/pages.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    // As many as the smallest machine has cores: on two, vitest itself would take one.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
