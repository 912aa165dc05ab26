/**
 * The look of a space-time diagram: what its classes mean. Pages give the colours, `--fl-…`, one for each role; no role is told by colour alone.
 */
export const DIAGRAM_STYLE = `
.fl-space-time path, .fl-space-time circle, .fl-space-time ellipse { fill: none; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.fl-space-time .lane { stroke: var(--fl-ink); stroke-width: 2; }
.fl-space-time .lane.down { stroke: var(--fl-crash); stroke-dasharray: 0.1 7; stroke-width: 2.6; }
.fl-space-time .lane.adversary { stroke: var(--fl-adversary); stroke-width: 1.4; }
.fl-space-time path.message { stroke: var(--fl-message); }
.fl-space-time path.lost, .fl-space-time path.dead:not(.head), .fl-space-time path.pending { stroke: var(--fl-muted); stroke-dasharray: 5 4; }
.fl-space-time path.copy { stroke-dasharray: 9 3; }
.fl-space-time .tail { fill: var(--fl-message); stroke: none; }
.fl-space-time .head { fill: var(--fl-message); stroke: var(--fl-message); stroke-width: 1; }
.fl-space-time .head.dead { fill: var(--fl-ground); stroke: var(--fl-muted); stroke-width: 1.4; }
.fl-space-time .cross { stroke: var(--fl-muted); stroke-width: 2.2; }
.fl-space-time .mark path, .fl-space-time .mark circle, .fl-space-time .mark ellipse { stroke: currentColor; }
.fl-space-time .mark.start { color: var(--fl-ink); }
.fl-space-time .mark.request, .fl-space-time .mark.indicate { color: var(--fl-application); }
.fl-space-time .mark .flag { fill: currentColor; }
.fl-space-time .mark.store { color: var(--fl-storage); }
.fl-space-time .mark.store .body, .fl-space-time .mark.store ellipse { fill: var(--fl-ground); }
.fl-space-time .mark.set-timer, .fl-space-time .mark.cancel-timer, .fl-space-time .mark.timer { color: var(--fl-timer); }
.fl-space-time .mark.set-timer circle, .fl-space-time .mark.cancel-timer circle { fill: var(--fl-ground); }
.fl-space-time .mark.timer circle { fill: currentColor; }
.fl-space-time .mark.timer path { stroke: var(--fl-ground); }
.fl-space-time .mark.crash { color: var(--fl-crash); }
.fl-space-time .mark.crash path { stroke-width: 2.4; }
.fl-space-time .mark.recover { color: var(--fl-crash); }
.fl-space-time .mark.recover circle { fill: var(--fl-ground); stroke-width: 2; }
.fl-space-time .mark.throw { color: var(--fl-violation); }
.fl-space-time .label { font: 12.5px 'Commit Mono', ui-monospace, 'DejaVu Sans Mono', monospace; fill: var(--fl-ink); stroke: var(--fl-ground); stroke-width: 4; stroke-linejoin: round; paint-order: stroke; }
.fl-space-time .label.message { fill: var(--fl-message); }
.fl-space-time .label.lost, .fl-space-time .label.dead, .fl-space-time .label.pending { fill: var(--fl-muted); }
.fl-space-time .label.request, .fl-space-time .label.indicate { fill: var(--fl-application); }
.fl-space-time .label.store { fill: var(--fl-storage); }
.fl-space-time .label.set-timer, .fl-space-time .label.timer { fill: var(--fl-timer); }
.fl-space-time .label.crash, .fl-space-time .label.recover { fill: var(--fl-crash); }
.fl-space-time .label.throw { fill: var(--fl-violation); }
.fl-space-time .band { fill: var(--fl-violation); opacity: 0.13; }
.fl-space-time .ring { stroke: var(--fl-violation); stroke-width: 3; }
`;
