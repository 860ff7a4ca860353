// Asks for a link by which a forgotten password is set anew.
import { locale, t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { session } from '../shared/session.js';
import { useSubmission } from '../shared/submission.js';
import { Field } from '../shared/ui/field.js';
import { PageTitle } from '../shared/ui/pieces.js';
import { fieldError, FormProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';

export default function ForgottenPasswordPage() {
  return html`<div class="page page-narrow">
    <${PageTitle} text=${t('forgotten.title')} />
    ${session.get().mail
      ? html`<${AskByMail} />`
      : html`<p class="card form-card lead" data-testid="forgotten-ask-operator">${t('forgotten.askOperator')}</p>`}
  </div>`;
}

function AskByMail() {
  const [account, setAccount] = useState('');
  const [asked, setAsked] = useState(false);
  const { submit, busy, problem } = useSubmission((body) => api.post('/identity/password-reset-requests', body));
  const ask = async (event) => {
    event.preventDefault();
    if (await submit({ account, language: locale.get() })) setAsked(true);
  };
  if (asked) {
    return html`<div class="card form-card" role="status" data-testid="forgotten-asked">
      <p class="lead">${t('forgotten.asked')}</p>
      <p>${t('forgotten.askOperatorElse')}</p>
    </div>`;
  }
  return html`<form class="card form-card" onSubmit=${ask} noValidate data-testid="forgotten-form">
    <p class="lead">${t('forgotten.lead')}</p>
    <${FormProblem} problem=${problem} fields=${['account']} />
    <${Field} id="account" label=${t('forgotten.account')} error=${fieldError(problem, 'account')}>
      ${(attributes) =>
        html`<input
          ...${attributes}
          type="text"
          autocomplete="username"
          autocapitalize="none"
          required
          value=${account}
          data-testid="forgotten-account"
          onInput=${(event) => setAccount(event.currentTarget.value)}
        />`}
    <//>
    <div class="form-actions">
      <button type="submit" class="button button-primary" disabled=${busy || !account.trim()} data-testid="forgotten-send">
        ${t('forgotten.send')}
      </button>
    </div>
  </form>`;
}
