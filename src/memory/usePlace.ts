import { useEffect } from 'react';
import { pageMemory } from './pageMemory.ts';

/** Remembers that the reader is at this exercise, to lead there next time. */
export function usePlace(exercise: string): void {
  useEffect(() => {
    const memory = pageMemory();
    void memory.add('places', { kind: 'exercise', id: exercise, at: memory.now() });
  }, [exercise]);
}
