import type { Report } from '../../grader/base/report.ts';
import type { Memory } from './memory.ts';

/** Remembers how an answer did. */
export function rememberAttempt(memory: Memory, { exercise, verdict, score, maxScore, checks, source }: Report): Promise<void> {
  const at = memory.now();
  const statuses = checks.map(({ id, status }) => ({ id, status }));
  const passed = checks.filter((check) => check.status === 'passed').map(({ id }) => ({ id, at }));
  return memory.change(['attempts', 'best'], async (records) => {
    await records.add('attempts', { exercise, at, verdict, score, maxScore, checks: statuses, sha256: source.sha256 });
    await records.add('best', { exercise, score, maxScore, at, passed, ...(verdict === 'passed' && { solvedAt: at }) });
  });
}
