// Where the link leads that was sent to a new e-mail address: it counts once its owner says so here.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useSubmission } from '../shared/submission.js';
import { PageTitle } from '../shared/ui/pieces.js';
import { FormProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';

export function ConfirmEmailPage({ secret }) {
  const [done, setDone] = useState(false);
  const { submit, busy, problem } = useSubmission((body) => api.post('/identity/email-confirmations', body));
  const confirm = async (event) => {
    event.preventDefault();
    if (await submit({ secret })) setDone(true);
  };
  return html`<div class="page page-narrow">
    <${PageTitle} text=${t('confirmEmail.title')} />
    ${done
      ? html`<p class="card form-card lead" role="status" data-testid="email-confirmed">${t('confirmEmail.done')}</p>`
      : html`<form class="card form-card" onSubmit=${confirm} noValidate>
          <p class="lead">${t('confirmEmail.lead')}</p>
          <${FormProblem} problem=${problem} fields=${[]} />
          <div class="form-actions">
            <button type="submit" class="button button-primary" disabled=${busy} data-testid="email-confirm">${t('confirmEmail.action')}</button>
          </div>
        </form>`}
  </div>`;
}
