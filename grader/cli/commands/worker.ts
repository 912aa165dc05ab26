import { printable } from '../../base/printable.ts';
import { EXIT, UsageError, type Command } from '../command.ts';
import { openGraderPool } from '../graderPool.ts';
import { JOBS_OPTION, readJobs } from '../jobs.ts';
import { LOCK_MS, MAX_STALLS, STALLED_LOOK_MS } from '../queue/bounds.ts';
import { loadQueueLibrary } from '../queue/bullmq.ts';
import { returned, submissionOf, type GradingJob } from '../queue/gradingJob.ts';
import { newRefusalTeller } from '../queue/refusals.ts';
import { readQueueAddress } from '../queue/queueAddress.ts';

export const worker: Command = {
  name: 'worker',
  args: '--queue URL',
  summary: 'serves a queue of gradings until it is ended',
  details: [
    'Takes what `faultline batch --queue URL` of the same version hands in. Start as many as you like, on as many machines. Ctrl+C or SIGTERM lets',
    'it finish what it is grading; when it is killed, another worker grades that again.',
  ],
  options: {
    queue: { value: 'URL', text: 'a Redis or Valkey: redis://host:6379' },
    jobs: JOBS_OPTION,
  },
  async run(input, terminal) {
    if (input.positionals.length > 0) throw new UsageError('`faultline worker` takes no arguments but its options.');
    const address = readQueueAddress(input);
    if (!address) throw new UsageError('Name the queue: faultline worker --queue redis://127.0.0.1:6379.');
    const jobs = readJobs(input);
    const { bullmq, connect } = await loadQueueLibrary();
    const redis = await connect(address);
    const pool = openGraderPool(jobs);
    const served = new bullmq.Worker<GradingJob, string>(address.name, async (job) => returned(await pool.grade(submissionOf(job.data))), {
      connection: redis,
      concurrency: jobs,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_LOOK_MS,
      maxStalledCount: MAX_STALLS,
    });
    served.on(
      'error',
      newRefusalTeller(address.host, (text) => terminal.err(`${text}\n`)),
    );
    served.on('completed', (job) => terminal.err(`graded ${printable(job.id ?? '')}\n`));
    served.on('failed', (job, error) => terminal.err(`failed ${printable(job?.id ?? '')}: ${printable(error.message)}\n`));
    await served.waitUntilReady();
    terminal.err(`Serving ${address.host}, ${jobs} at once. Ctrl+C ends it when what is under way is done.\n`);
    await ended();
    await served.close();
    pool.stop();
    redis.disconnect();
    return EXIT.passed;
  },
};

function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
