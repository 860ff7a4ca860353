// Opens an account and leads on to signing in.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { session, signIn } from '../shared/session.js';
import { useSubmission } from '../shared/submission.js';
import { Field } from '../shared/ui/field.js';
import { PageTitle } from '../shared/ui/pieces.js';
import { fieldError, FormProblem } from '../shared/ui/problems.js';
import { html, useEffect, useRef, useState } from '../shared/view.js';

const FIELDS = [
  { name: 'displayName', type: 'text', autocomplete: 'name' },
  { name: 'username', type: 'text', autocomplete: 'username' },
  { name: 'password', type: 'password', autocomplete: 'new-password' },
];

export default function RegisterPage() {
  const [account, setAccount] = useState({ displayName: '', username: '', password: '' });
  const [registered, setRegistered] = useState();
  const { submit, busy, problem } = useSubmission((body) => api.post('/identity/registrations', body));
  const register = async (event) => {
    event.preventDefault();
    const result = await submit(account);
    if (result) setRegistered(result);
  };
  return html`<div class="page page-narrow">
    <${PageTitle} text=${t('register.heading')} />
    ${registered
      ? html`<${Registered} account=${registered} />`
      : html`<form class="card form-card" onSubmit=${register} noValidate data-testid="register-form">
          <p class="lead">${t('register.lead')}</p>
          <${FormProblem} problem=${problem} fields=${FIELDS.map((field) => field.name)} />
          ${FIELDS.map(
            ({ name, type, autocomplete }) => html`<${Field}
              key=${name}
              id=${name}
              label=${t(`register.${name}`)}
              hint=${t(`register.${name}.hint`)}
              error=${fieldError(problem, name)}
            >
              ${(attributes) =>
                html`<input
                  ...${attributes}
                  type=${type}
                  autocomplete=${autocomplete}
                  autocapitalize=${name === 'displayName' ? 'words' : 'none'}
                  required
                  value=${account[name]}
                  data-testid="register-${name}"
                  onInput=${(event) => setAccount({ ...account, [name]: event.currentTarget.value })}
                />`}
            <//>`,
          )}
          <div class="form-actions">
            <button type="submit" class="button button-primary" disabled=${busy} data-testid="register-send">${t('register.send')}</button>
            ${session.get().signedIn
              ? null
              : html`<button type="button" class="link-button" onClick=${signIn}>${t('register.haveAccount')}</button>`}
          </div>
        </form>`}
  </div>`;
}

function Registered({ account }) {
  const button = useRef();
  useEffect(() => button.current.focus(), []);
  return html`<div class="card form-card" role="status" data-testid="registered">
    <p class="lead">${t('register.done', { name: account.displayName })}</p>
    <div class="form-actions">
      <button type="button" class="button button-primary" ref=${button} data-testid="registered-sign-in" onClick=${signIn}>
        ${t('signIn.action')}
      </button>
    </div>
  </div>`;
}
