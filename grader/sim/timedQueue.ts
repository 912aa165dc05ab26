/** What is due in simulated time: earliest first; at one time faults, then arrivals, then timers; then what was put in first. A binary heap. */
export interface TimedQueue<T> {
  put(at: number, rank: Rank, item: T): void;
  /** Takes out what is due first. */
  take(): Due<T> | undefined;
}

export type Rank = 'fault' | 'arrival' | 'timer';

interface Due<T> {
  readonly at: number;
  readonly item: T;
}

const RANKS: Readonly<Record<Rank, number>> = { fault: 0, arrival: 1, timer: 2 };

interface Entry<T> extends Due<T> {
  readonly rank: number;
  readonly order: number;
}

export function newQueue<T>(): TimedQueue<T> {
  const heap: Entry<T>[] = [];
  let order = 0;

  function isBefore(left: Entry<T> | undefined, right: Entry<T> | undefined): boolean {
    if (!left || !right) return left !== undefined;
    if (left.at !== right.at) return left.at < right.at;
    return left.rank === right.rank ? left.order < right.order : left.rank < right.rank;
  }

  function swap(left: number, right: number): void {
    const [one, other] = [heap[left], heap[right]];
    if (one && other) [heap[left], heap[right]] = [other, one];
  }

  return {
    put(at, rank, item) {
      order += 1;
      let child = heap.push({ at, rank: RANKS[rank], order, item }) - 1;
      while (child > 0) {
        const parent = (child - 1) >> 1;
        if (!isBefore(heap[child], heap[parent])) return;
        swap(child, parent);
        child = parent;
      }
    },
    take() {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length === 0 || !last) return first;
      heap[0] = last;
      for (let parent = 0; ;) {
        const left = 2 * parent + 1;
        const child = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
        if (!isBefore(heap[child], heap[parent])) return first;
        swap(child, parent);
        parent = child;
      }
    },
  };
}
