import type { Evidence, WrongRun } from '../../grader/base/report.ts';
import { replayCommand, runLength } from '../../grader/report/wrongRun.ts';
import { RunExplorer } from '../diagram/RunExplorer.tsx';

interface WrongRunViewProps {
  readonly run: WrongRun;
  readonly evidence: Evidence;
  /** The exercise's id. */
  readonly exercise: string;
  /** What was graded. */
  readonly source: string;
}

/** A run that breaks a promise: to step through, to leave for other turns, and how to see it again elsewhere. */
export default function WrongRunView({ run, evidence, exercise, source }: WrongRunViewProps) {
  return (
    <>
      {/* Another run, or another program, begins anew. */}
      <RunExplorer key={`${run.schedule} ${source}`} run={run} exercise={exercise} source={source} />
      <p>
        {runLength(run, evidence)}. To see it again at a terminal:{' '}
        <code>{replayCommand(exercise, `answers/${exercise}.ts`, run.schedule)}</code>
      </p>
    </>
  );
}
