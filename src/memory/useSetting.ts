import { useCallback, useRef, useState } from 'react';
import { pageMemory } from './pageMemory.ts';
import type { Plain } from './records.ts';
import { useTable } from './useTable.ts';

/** Milliseconds of quiet before a change is kept: a pane is dragged in many steps. */
const QUIET_MS = 300;

/** A method's parameter, so that what sets any plain value also counts as what sets a number. */
type Setter<T> = { set(value: T): void }['set'];

/** A setting of the page, such as the width of a pane, kept over visits. A kept value of another type counts as none. */
export function useSetting(name: string, initial: number): [number, Setter<number>];
export function useSetting(name: string, initial: boolean): [boolean, Setter<boolean>];
export function useSetting(name: string, initial: string): [string, Setter<string>];
export function useSetting(name: string, initial: Plain): [Plain, Setter<Plain>] {
  const kept = useTable('settings')?.find((setting) => setting.name === name)?.value;
  const [chosen, setChosen] = useState<Plain>();
  const timer = useRef<number>(undefined);
  const set = useCallback(
    (value: Plain) => {
      setChosen(value);
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        const memory = pageMemory();
        void memory.add('settings', { name, value, at: memory.now() });
      }, QUIET_MS);
    },
    [name],
  );
  const value = chosen ?? kept;
  return [value !== undefined && typeof value === typeof initial ? value : initial, set];
}
