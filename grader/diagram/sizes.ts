/** The measures of a space-time diagram, in pixels. */

/** Between two lanes: a label above, a label below, and an arrow's label between them. */
export const LANE_GAP = 88;
/** Above the first lane and below the last: two rows of labels. */
export const TOP = 48;
/** Between two steps; more where labels need it. */
export const STEP_GAPS: readonly [number, ...number[]] = [30, 44, 64, 92];
/** Between what one handler does. */
export const MARK_GAP = 15;
/** Behind the last event. */
export const TAIL = 36;

/** Labels are set in a font whose characters are all as wide: 0.6 of its size. */
const LABEL_SIZE = 12.5;
export const CHAR_WIDTH = LABEL_SIZE * 0.6;
export const LABEL_HEIGHT = 15;
/** Characters of a label. What is cut stands in the list of steps. */
export const MAX_LABEL_CHARS = 26;
