// A field for a password.
import { t } from '../i18n/index.js';
import { Field } from '../shared/ui/field.js';
import { fieldError } from '../shared/ui/problems.js';
import { html } from '../shared/view.js';

/**
 * @param name the property of the request that it is
 * @param id where several forms of a page ask for it
 * @param isNew whether it is being chosen, so that the browser may suggest one
 */
export function PasswordField({ name, id = name, label, value, problem, onInput, isNew = false }) {
  return html`<${Field} id=${id} label=${label} hint=${isNew ? t('register.password.hint') : undefined} error=${fieldError(problem, name)}>
    ${(attributes) =>
      html`<input
        ...${attributes}
        type="password"
        autocomplete=${isNew ? 'new-password' : 'current-password'}
        required
        value=${value}
        data-testid=${id}
        onInput=${(event) => onInput(event.currentTarget.value)}
      />`}
  <//>`;
}
