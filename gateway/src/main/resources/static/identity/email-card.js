// The member's e-mail address, by which a forgotten password is set anew.
import { locale, t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { session } from '../shared/session.js';
import { useSubmission } from '../shared/submission.js';
import { toast } from '../shared/ui/announcer.js';
import { Field } from '../shared/ui/field.js';
import { fieldError, FormProblem, LoadProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';
import { PasswordField } from './password-field.js';

export function EmailCard() {
  const known = useResource(() => api.get('/identity/account/email'), []);
  const empty = { email: '', currentPassword: '' };
  const [fields, setFields] = useState(empty);
  const { submit, busy, problem } = useSubmission((body) => api.put('/identity/account/email', body));
  const save = async (email) => {
    const saved = await submit({ email, currentPassword: fields.currentPassword, language: locale.get() });
    if (!saved) return;
    setFields(empty);
    toast(t(email ? 'account.email.sent' : 'account.email.removed'));
    known.reload();
  };
  const email = known.data?.email;
  const unconfirmed = known.data?.unconfirmed;
  if (!session.get().mail && !email) return null;
  return html`<form
    class="card form-card"
    onSubmit=${(event) => {
      event.preventDefault();
      save(fields.email);
    }}
    noValidate
    data-testid="email-form"
  >
    <h2>${t('account.email')}</h2>
    ${known.error ? html`<${LoadProblem} problem=${known.error} retry=${known.reload} />` : null}
    <p class="muted" data-testid="email-present">${email ? t('account.email.present', { email }) : t('account.email.none')}</p>
    ${unconfirmed ? html`<p class="muted" data-testid="email-unconfirmed">${t('account.email.unconfirmed', { email: unconfirmed })}</p>` : null}
    <${FormProblem} problem=${problem} fields=${['email', 'currentPassword']} />
    <${Field} id="email" label=${t('account.email.new')} error=${fieldError(problem, 'email')}>
      ${(attributes) =>
        html`<input
          ...${attributes}
          type="email"
          autocomplete="email"
          value=${fields.email}
          data-testid="email"
          onInput=${(event) => setFields({ ...fields, email: event.currentTarget.value })}
        />`}
    <//>
    <${PasswordField}
      name="currentPassword"
      id="emailPassword"
      label=${t('account.currentPassword')}
      value=${fields.currentPassword}
      problem=${problem}
      onInput=${(currentPassword) => setFields({ ...fields, currentPassword })}
    />
    <div class="form-actions">
      <button
        type="submit"
        class="button button-primary"
        disabled=${busy || !fields.email || !fields.currentPassword}
        data-testid="email-save"
      >
        ${t('account.email.save')}
      </button>
      ${email || unconfirmed
        ? html`<button type="button" class="button" disabled=${busy || !fields.currentPassword} onClick=${() => save(undefined)}>
            ${t('account.email.remove')}
          </button>`
        : null}
    </div>
  </form>`;
}
