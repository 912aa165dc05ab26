import { expect, test } from 'vitest';
import { Violation } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { higherTwo } from './scenarios.ts';
import { takesOver } from './takesOver.ts';

const property = takesOver(higherTwo);

function after(...events: readonly RunEvent[]): ReturnType<typeof property.observe> {
  let state = property.first;
  for (const event of events) {
    const next = property.observe(state, event);
    if (next instanceof Violation) return next;
    state = next;
  }
  return state;
}

const crash = (process: string): RunEvent => ({ kind: 'crash', process });
const recover = (process: string): RunEvent => ({ kind: 'recover', process });
const elect = (process: string): RunEvent => ({ kind: 'request', process, request: { type: 'elect' } });
const name = (process: string, leader: string): RunEvent => ({
  kind: 'indicate',
  process,
  event: { type: 'leader', process: leader },
});

test('a process that recovers while all higher ones are down is expected to take over', () => {
  expect(after(crash('p3'), crash('p2'), recover('p2'))).toMatchObject({ returned: 'p2' });
  expect(after(crash('p2'), recover('p2'))).toMatchObject({ returned: null });
});

test('it has to name a leader before the application asks it', () => {
  expect(after(crash('p3'), recover('p3'), elect('p3'))).toBeInstanceOf(Violation);
  expect(after(crash('p3'), recover('p3'), name('p3', 'p3'), elect('p3'))).toMatchObject({ returned: 'p3' });
});

test('nothing is expected any more once it has crashed again', () => {
  expect(after(crash('p3'), recover('p3'), crash('p3'))).toMatchObject({ returned: null });
});

test('in the end all must have followed it', () => {
  const state = after(name('p1', 'p2'), crash('p3'), recover('p3'), name('p3', 'p3'), name('p2', 'p3'));
  if (state instanceof Violation) throw new Error(state.message);

  const broken = property.atEnd?.(state, { up: new Set(['p1', 'p2', 'p3']), quiet: true });

  expect(broken?.message).toMatch(/^p3 recovered as the highest live process\. In the end p1 takes p2/);
});
