// What changed, said to screen readers (politely) and, when it is the outcome of an action, shown for a while.
import { t } from '../../i18n/index.js';
import { createStore } from '../store.js';
import { html } from '../view.js';
import { Icon } from './icon.js';

const spoken = createStore('');
const shown = createStore([]);

const SHOWN_FOR = 6000;

export function announce(text) {
  // The same words again would not be noticed; a different trailing space makes them new.
  spoken.set(spoken.get() === text ? `${text}\u00a0` : text);
}

/** @param tone `good`, `bad` or `plain` */
export function toast(text, tone = 'good') {
  const entry = { id: Math.random(), text, tone };
  shown.set([...shown.get().slice(-2), entry]);
  announce(text);
  setTimeout(() => dismiss(entry), SHOWN_FOR);
}

function dismiss(entry) {
  shown.set(shown.get().filter((each) => each !== entry));
}

export function Announcer() {
  return html`
    <div class="visually-hidden" role="status" aria-live="polite" data-testid="announcer">${spoken.use()}</div>
    <div class="toasts" data-testid="toasts">
      ${shown.use().map(
        (entry) => html`<div key=${entry.id} class="toast toast-${entry.tone}" data-testid="toast">
          <${Icon} name=${entry.tone === 'bad' ? 'alert' : 'accept'} size=${18} />
          <span>${entry.text}</span>
          <button type="button" class="icon-button small" aria-label=${t('action.close')} onClick=${() => dismiss(entry)}>
            <${Icon} name="close" size=${16} />
          </button>
        </div>`,
      )}
    </div>
  `;
}
