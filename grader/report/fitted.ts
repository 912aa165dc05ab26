/** Documents whose readers refuse more than so many bytes: the fullest form that fits. */

/** How much a document may say. */
export interface Room {
  /** Characters of one explanation. */
  readonly chars: number;
  /** Checks that are listed in all; of more it is said how many there are. */
  readonly checks: number;
}

/** From everything to what fits anywhere. The first holds the longest explanation that a grading gives; two or three screens are the next. */
const ROOMS: readonly [Room, ...Room[]] = [
  { chars: 40_000, checks: Infinity },
  { chars: 3_000, checks: Infinity },
  { chars: 300, checks: 500 },
  { chars: 100, checks: 50 },
  { chars: 100, checks: 5 },
];

export const FULL_ROOM = ROOMS[0];

/** Renders a document once for each room at the most, so the cost stays linear. */
export function fitted(render: (room: Room) => string, maxBytes: number): string {
  let text = '';
  for (const room of ROOMS) {
    text = render(room);
    if (bytesOf(text) <= maxBytes) break;
  }
  return text;
}

/** As UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
