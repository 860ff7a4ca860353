// A button that discloses a list of links and actions; Escape, a choice, or a click elsewhere closes it.
import { html, useEffect, useRef, useState } from '../view.js';

export function Menu({ label, button, children, testId }) {
  const [open, setOpen] = useState(false);
  const root = useRef();
  const opener = useRef();

  useEffect(() => {
    if (!open) return undefined;
    const elsewhere = (event) => !root.current.contains(event.target) && setOpen(false);
    addEventListener('pointerdown', elsewhere);
    addEventListener('focusin', elsewhere);
    return () => {
      removeEventListener('pointerdown', elsewhere);
      removeEventListener('focusin', elsewhere);
    };
  }, [open]);

  const onKeyDown = (event) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    opener.current.focus();
  };

  return html`<div class="menu" ref=${root} onKeyDown=${onKeyDown}>
    <button
      type="button"
      class="menu-button"
      ref=${opener}
      aria-expanded=${String(open)}
      aria-label=${label}
      data-testid=${testId}
      onClick=${() => setOpen(!open)}
    >
      ${button}
    </button>
    ${open ? html`<div class="menu-panel" onClick=${(event) => event.target.closest('a, button') && setOpen(false)}>${children}</div>` : null}
  </div>`;
}
