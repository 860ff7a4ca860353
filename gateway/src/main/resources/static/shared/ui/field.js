// A labelled control with its hint and its error, tied together for assistive technology.
import { html } from '../view.js';
import { Icon } from './icon.js';

/**
 * @param children draws the control from the attributes it is given, which carry its id and what describes it
 */
export function Field({ id, label, hint, error, children, optional }) {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const attributes = { id, 'aria-invalid': error ? 'true' : undefined, 'aria-describedby': describedBy || undefined };
  return html`<div class="field ${error ? 'field-invalid' : ''}">
    <label for=${id}>${label}${optional ? html` <span class="muted">${optional}</span>` : null}</label>
    ${children(attributes)}
    ${error
      ? html`<p class="field-error" id="${id}-error" data-testid="${id}-error"><${Icon} name="alert" size=${16} /> ${error}</p>`
      : null}
    ${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : null}
  </div>`;
}
