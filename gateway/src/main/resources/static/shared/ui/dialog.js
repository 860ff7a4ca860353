// The browser's own modal dialog: it keeps the focus inside, closes on Escape, and gives the focus back.
import { t } from '../../i18n/index.js';
import { html, useEffect, useRef } from '../view.js';
import { Icon } from './icon.js';

export function Dialog({ title, onClose, children, testId, wide = false }) {
  const dialog = useRef();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current.showModal();
    return () => before?.isConnected && before.focus();
  }, []);
  const closeOnBackdrop = (event) => event.target === dialog.current && onClose();
  return html`<dialog
    ref=${dialog}
    class=${wide ? 'dialog dialog-wide' : 'dialog'}
    aria-labelledby="dialog-title"
    onClose=${onClose}
    onClick=${closeOnBackdrop}
    data-testid=${testId}
  >
    <div class="dialog-body">
      <header class="dialog-head">
        <h2 id="dialog-title">${title}</h2>
        <button type="button" class="icon-button" aria-label=${t('action.close')} onClick=${onClose}>
          <${Icon} name="close" />
        </button>
      </header>
      ${children}
    </div>
  </dialog>`;
}

export function ConfirmDialog({ title, text, confirm, onConfirm, onClose, danger = false }) {
  return html`<${Dialog} title=${title} onClose=${onClose} testId="confirm-dialog">
    <p>${text}</p>
    <div class="form-actions">
      <button
        type="button"
        class=${danger ? 'button button-danger' : 'button button-primary'}
        data-testid="confirm"
        onClick=${() => {
          onClose();
          onConfirm();
        }}
      >
        ${confirm}
      </button>
      <button type="button" class="button" onClick=${onClose}>${t('action.cancel')}</button>
    </div>
  <//>`;
}
