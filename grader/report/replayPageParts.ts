/** The look of pages that show runs, and the few lines that step through them. Every colour of text has a contrast of 4.5 or more on its ground. */

export const PAGE_STYLE = `      :root { color-scheme: light dark; --fl-ground: #fbf9f4; --fl-ink: #1d2530; --fl-muted: #5a606b; --fl-line: #d5d0c4;
        --fl-raised: #f3f0e9; --fl-pass: #1c6b3c; --fl-fail: #9a3412; --fl-unknown: #6b4e9b;
        --fl-message: #0b5f92; --fl-crash: #8a4a00; --fl-timer: #2b4fc0; --fl-storage: #7a2f8f; --fl-application: #1c6b3c;
        --fl-adversary: #6b4e9b; --fl-violation: #c1121f; }
      @media (prefers-color-scheme: dark) { :root { --fl-ground: #12171d; --fl-ink: #e8e5de; --fl-muted: #a3abb5; --fl-line: #333c46;
        --fl-raised: #1b2128; --fl-pass: #8fd6a3; --fl-fail: #f5a679; --fl-unknown: #c9b2f2;
        --fl-message: #7cc4f0; --fl-crash: #f0b878; --fl-timer: #9db4ff; --fl-storage: #dda0ee; --fl-application: #8fd6a3;
        --fl-adversary: #c9b2f2; --fl-violation: #ff7b7b; } }
      body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem; background: var(--fl-ground); color: var(--fl-ink);
        font: 1rem/1.5 system-ui, sans-serif; }
      .picture { display: flex; border-top: 1px solid var(--fl-line); border-bottom: 1px solid var(--fl-line); }
      .names { flex: none; max-width: 30%; margin: 0; padding: 0 0.5rem 0 0; border-right: 1px solid var(--fl-line); list-style: none; }
      .names li { position: relative; height: 0; font-weight: 600; font-size: 0.85rem; line-height: 1.1; text-align: right; }
      .names span { display: inline-block; transform: translateY(-50%); }
      .scroller { min-width: 0; overflow-x: auto; }
      .canvas { position: relative; }
      .veil { position: absolute; top: 0; right: 0; bottom: 0; border-left: 2px solid var(--fl-message);
        background: color-mix(in srgb, var(--fl-ground) 74%, transparent); }
      .controls { display: flex; gap: 0.5rem; } .controls[hidden] { display: none; } .controls input { flex: auto; }
      .controls button { min-height: 2.5rem; padding: 0 1rem; font: inherit; }
      li[aria-current] { background: color-mix(in srgb, var(--fl-message) 16%, transparent); }
      .violation { padding-left: 0.75rem; border-left: 4px solid var(--fl-violation); font-weight: bold; }`;

/** Runs in the reader's browser. It reads numbers, and moves what hides the steps to come. */
export const PAGE_SCRIPT = `
      for (const run of document.querySelectorAll('.run')) {
        const slider = run.querySelector('input');
        const veil = run.querySelector('.veil');
        const scroller = run.querySelector('.scroller');
        const starts = slider.dataset.starts.split(' ').map(Number);
        const lines = run.querySelectorAll('.steps > li');
        const last = lines.length;
        const show = (step) => {
          slider.value = step;
          veil.hidden = step >= last;
          veil.style.left = starts[step] + 'px';
          lines.forEach((line, at) => at === step - 1 ? line.setAttribute('aria-current', 'step') : line.removeAttribute('aria-current'));
          if (step < last) scroller.scrollLeft = starts[step] - scroller.clientWidth * 0.7;
        };
        const go = (by) => show(Math.min(last, Math.max(0, Number(slider.value) + by)));
        run.querySelector('.controls').hidden = false;
        // A run begins at its end, as its slider does: there the promise breaks.
        scroller.scrollLeft = scroller.scrollWidth;
        slider.addEventListener('input', () => show(Number(slider.value)));
        run.querySelectorAll('[data-by]').forEach((button) => button.addEventListener('click', () => go(Number(button.dataset.by))));
        scroller.addEventListener('keydown', (event) => {
          const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          go(by);
        });
      }
    `;
