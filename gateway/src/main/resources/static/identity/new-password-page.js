// Where a link leads that an operator gave or that was mailed: a new password, without the old one.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { signIn } from '../shared/session.js';
import { useSubmission } from '../shared/submission.js';
import { PageTitle } from '../shared/ui/pieces.js';
import { FormProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';
import { PasswordField } from './password-field.js';
import { isLinkRefused, RefusedLink } from './refused-link.js';

export default function NewPasswordPage({ secret }) {
  const [newPassword, setNewPassword] = useState('');
  const [done, setDone] = useState(false);
  const { submit, busy, problem } = useSubmission((body) => api.post('/identity/password-resets', body));
  const save = async (event) => {
    event.preventDefault();
    if (await submit({ secret, newPassword })) setDone(true);
  };
  const content = () => {
    if (done) {
      return html`<div class="card form-card" role="status" data-testid="new-password-done">
        <p class="lead">${t('newPassword.done')}</p>
        <div class="form-actions">
          <button type="button" class="button button-primary" onClick=${signIn}>${t('signIn.action')}</button>
        </div>
      </div>`;
    }
    if (isLinkRefused(problem)) return html`<${RefusedLink} problem=${problem} to="/forgotten-password" text=${t('newPassword.again')} />`;
    return html`<form class="card form-card" onSubmit=${save} noValidate data-testid="new-password-form">
      <p class="lead">${t('newPassword.lead')}</p>
      <${FormProblem} problem=${problem} fields=${['newPassword']} />
      <${PasswordField}
        name="newPassword"
        label=${t('account.newPassword')}
        value=${newPassword}
        problem=${problem}
        isNew
        onInput=${setNewPassword}
      />
      <div class="form-actions">
        <button type="submit" class="button button-primary" disabled=${busy || !newPassword} data-testid="new-password-save">
          ${t('account.password.save')}
        </button>
      </div>
    </form>`;
  };
  return html`<div class="page page-narrow">
    <${PageTitle} text=${t('newPassword.title')} />
    ${content()}
  </div>`;
}
