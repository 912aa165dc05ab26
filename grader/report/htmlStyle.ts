/** The look of the page of results, beside that of its diagrams. Colours are the roles of the course; none carries a meaning alone. */
export const RESULTS_STYLE = `
      body { max-width: 64rem; padding-bottom: 3rem; }
      .mark { margin: 0; color: var(--fl-muted); font-weight: 600; letter-spacing: 0.02em; }
      h1 { margin: 0.25rem 0 0.5rem; font-size: 2.25rem; line-height: 1.15; letter-spacing: -0.01em; }
      h2 { margin: 0 0 0.25rem; font-size: 1.5rem; line-height: 1.15; }
      .summary { margin: 0 0 0.5rem; font-size: 1.15rem; }
      .meter { height: 0.5rem; background: var(--fl-line); } .meter span { display: block; height: 100%; background: var(--fl-pass); }
      nav { margin-top: 2rem; } table { width: 100%; border-collapse: collapse; }
      th, td { padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--fl-line); text-align: left; }
      th { color: var(--fl-muted); font-weight: 600; }
      a { color: var(--fl-message); }
      .points { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      section { margin-top: 2.5rem; }
      .origin { margin: 0.5rem 0; color: var(--fl-muted); font-size: 0.85rem; overflow-wrap: anywhere; }
      code, pre, dd { font-family: 'Commit Mono', ui-monospace, 'DejaVu Sans Mono', monospace; font-size: 0.9rem; }
      .reasons { margin: 1rem 0; padding: 0.25rem 0 0.25rem 0.75rem; border-left: 4px solid var(--fl-fail); list-style: none; }
      .reasons li { overflow-wrap: anywhere; white-space: pre-wrap; }
      .checks { margin: 1rem 0; padding: 0; list-style: none; }
      .check { padding: 0.75rem 0; border-top: 1px solid var(--fl-line); } .check:last-child { border-bottom: 1px solid var(--fl-line); }
      .check > :not(.head) { margin-left: 1.75rem; }
      .head { display: grid; grid-template-columns: 1rem 1fr max-content; gap: 0 0.75rem; }
      .head p { margin: 0; } .head b { font-weight: 600; }
      .sign { color: var(--fl-muted); font-weight: 700; text-align: center; }
      .facts { display: flex; flex-wrap: wrap; grid-column: 2; gap: 0 0.75rem; align-items: baseline; color: var(--fl-muted); font-size: 0.9rem; }
      .facts code { font-size: 0.85rem; }
      .passed .sign, .passed .word, .passed:not(.check) { color: var(--fl-pass); }
      .failed .sign, .failed .word, .failed:not(.check), .error:not(.check) { color: var(--fl-fail); }
      .unknown .sign, .unknown .word, .inconclusive { color: var(--fl-unknown); }
      .message { margin-top: 0.25rem; margin-bottom: 0.5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin-top: 0; margin-bottom: 0; padding: 0.5rem 0.75rem; background: var(--fl-raised); }
      dt { color: var(--fl-muted); } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
      pre { overflow-x: auto; padding: 0.75rem; background: var(--fl-raised); }
      .controls input { accent-color: var(--fl-message); }
      .controls button { border: 1px solid var(--fl-line); border-radius: 2px; background: var(--fl-raised); color: inherit; cursor: pointer; }
      summary { padding: 0.25rem 0; cursor: pointer; } .check > details > summary { font-weight: 600; }
      .steps { margin: 0.5rem 0; overflow-wrap: anywhere; }
      .replay { margin: 0.5rem 0 0; color: var(--fl-muted); font-size: 0.9rem; overflow-wrap: anywhere; }
      :focus-visible { outline: 3px solid var(--fl-message); outline-offset: 2px; }
      @media print { .controls { display: none; } .scroller { overflow: visible; } }`;
