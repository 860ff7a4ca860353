// Where the link leads that was sent to a new e-mail address: it counts once its owner says so here.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { href } from '../shared/router.js';
import { session } from '../shared/session.js';
import { useSubmission } from '../shared/submission.js';
import { PageTitle } from '../shared/ui/pieces.js';
import { FormProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';
import { isLinkRefused, RefusedLink } from './refused-link.js';

export default function ConfirmEmailPage({ secret }) {
  const [done, setDone] = useState(false);
  const { submit, busy, problem } = useSubmission((body) => api.post('/identity/email-confirmations', body));
  const confirm = async (event) => {
    event.preventDefault();
    if (await submit({ secret })) setDone(true);
  };
  const content = () => {
    if (done) return html`<${Confirmed} />`;
    // The account page tells whether the address is confirmed already, and sends another link.
    if (isLinkRefused(problem)) return html`<${RefusedLink} problem=${problem} to="/account" text=${t('confirmEmail.account')} />`;
    return html`<form class="card form-card" onSubmit=${confirm} noValidate>
      <p class="lead">${t('confirmEmail.lead')}</p>
      <${FormProblem} problem=${problem} />
      <div class="form-actions">
        <button type="submit" class="button button-primary" disabled=${busy} data-testid="email-confirm">${t('confirmEmail.action')}</button>
      </div>
    </form>`;
  };
  return html`<div class="page page-narrow">
    <${PageTitle} text=${t('confirmEmail.title')} />
    ${content()}
  </div>`;
}

/** The letter may have been read where its reader is not signed in, and has no account to look at. */
function Confirmed() {
  const { signedIn } = session.use();
  return html`<div class="card form-card" role="status" data-testid="email-confirmed">
    <p class="lead">${t('confirmEmail.done')}</p>
    <div class="form-actions">
      <a class="button button-primary" href=${href(signedIn ? '/account' : '/')} data-testid="lead-on">
        ${t(signedIn ? 'confirmEmail.account' : 'action.home')}
      </a>
    </div>
  </div>`;
}
