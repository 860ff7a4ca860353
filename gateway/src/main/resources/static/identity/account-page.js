// The member's account: its password, the browsers that are signed in, and its end.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { useSubmission } from '../shared/submission.js';
import { toast } from '../shared/ui/announcer.js';
import { Dialog } from '../shared/ui/dialog.js';
import { Ago, Loading, PageTitle } from '../shared/ui/pieces.js';
import { FormProblem, LoadProblem, messageOf } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';
import { EmailCard } from './email-card.js';
import { Passkeys } from './passkeys.js';
import { PasswordField } from './password-field.js';

export default function AccountPage() {
  const account = useResource(() => api.get('/identity/account'), []);
  return html`<div class="page page-narrow">
    <${PageTitle} text=${t('account.title')} />
    ${account.error ? html`<${LoadProblem} problem=${account.error} retry=${account.reload} />` : null}
    ${account.loading && !account.data ? html`<${Loading} />` : null}
    ${account.data
      ? html`<p class="muted" data-testid="account-username">${t('account.username', { username: account.data.username })}</p>
          <${ChangePassword} setAt=${account.data.passwordSetAt} onChanged=${account.reload} />
          <${EmailCard} />
          <${Passkeys} />
          <${Sessions} />
          <${CloseAccount} />`
      : null}
  </div>`;
}

function ChangePassword({ setAt, onChanged }) {
  const empty = { currentPassword: '', newPassword: '' };
  const [fields, setFields] = useState(empty);
  const { submit, busy, problem } = useSubmission((body) => api.put('/identity/account/password', body));
  const change = async (event) => {
    event.preventDefault();
    if (!(await submit(fields))) return;
    setFields(empty);
    toast(t('account.password.changed'));
    onChanged();
  };
  const field = (name, isNew) => html`<${PasswordField}
    name=${name}
    label=${t(`account.${name}`)}
    value=${fields[name]}
    problem=${problem}
    isNew=${isNew}
    onInput=${(value) => setFields({ ...fields, [name]: value })}
  />`;
  return html`<form class="card form-card" onSubmit=${change} noValidate data-testid="password-form">
    <h2>${t('account.password')}</h2>
    <p class="muted">${t('account.password.setAt')} <${Ago} at=${setAt} /></p>
    <${FormProblem} problem=${problem} fields=${['currentPassword', 'newPassword']} />
    ${field('currentPassword', false)} ${field('newPassword', true)}
    <p class="muted small">${t('account.password.others')}</p>
    <div class="form-actions">
      <button
        type="submit"
        class="button button-primary"
        disabled=${busy || !fields.currentPassword || !fields.newPassword}
        data-testid="password-save"
      >
        ${t('account.password.save')}
      </button>
    </div>
  </form>`;
}

function Sessions() {
  const sessions = useResource(() => api.get('/identity/account/sessions'), []);
  const items = sessions.data?.items ?? [];
  const end = async (path, said) => {
    try {
      await api.delete(path);
      toast(said);
    } catch (problem) {
      toast(messageOf(problem), 'bad');
    }
    sessions.reload();
  };
  return html`<section class="card form-card" aria-labelledby="sessions-heading">
    <h2 id="sessions-heading">${t('account.sessions')}</h2>
    ${sessions.error ? html`<${LoadProblem} problem=${sessions.error} retry=${sessions.reload} />` : null}
    <ul class="account-sessions" data-testid="sessions">
      ${items.map(
        (each) => html`<li key=${each.id}>
          <div class="grow">
            <p>${each.current ? html`<strong>${t('account.session.current')}</strong>` : t('account.session.other')}</p>
            <p class="muted small">
              ${t('account.session.signedIn')} <${Ago} at=${each.signedInAt} />, ${t('account.session.seen')} <${Ago} at=${each.seenAt} />
            </p>
          </div>
          ${each.current
            ? null
            : html`<button
                type="button"
                class="button small"
                onClick=${() => end(`/identity/account/sessions/${each.id}`, t('account.session.ended'))}
              >
                ${t('account.session.end')}
              </button>`}
        </li>`,
      )}
    </ul>
    ${items.length > 1
      ? html`<div class="form-actions">
          <button type="button" class="button" data-testid="end-others" onClick=${() => end('/identity/account/sessions', t('account.sessions.ended'))}>
            ${t('account.sessions.end')}
          </button>
        </div>`
      : null}
  </section>`;
}

function CloseAccount() {
  const [open, setOpen] = useState(false);
  return html`<section class="card form-card" aria-labelledby="close-heading">
    <h2 id="close-heading">${t('account.close')}</h2>
    <p>${t('account.close.text')}</p>
    <div class="form-actions">
      <button type="button" class="button button-danger" data-testid="close-account" onClick=${() => setOpen(true)}>
        ${t('account.close.action')}
      </button>
    </div>
    ${open ? html`<${CloseDialog} onClose=${() => setOpen(false)} />` : null}
  </section>`;
}

function CloseDialog({ onClose }) {
  const [currentPassword, setCurrentPassword] = useState('');
  const { submit, busy, problem } = useSubmission((body) => api.post('/identity/account/closure', body));
  const close = async (event) => {
    event.preventDefault();
    if (await submit({ currentPassword })) location.assign('/');
  };
  return html`<${Dialog} title=${t('account.close')} onClose=${onClose} testId="close-dialog">
    <form onSubmit=${close} noValidate>
      <p>${t('account.close.sure')}</p>
      <${FormProblem} problem=${problem} fields=${['currentPassword']} />
      <${PasswordField}
        name="currentPassword"
        id="closurePassword"
        label=${t('account.currentPassword')}
        value=${currentPassword}
        problem=${problem}
        onInput=${setCurrentPassword}
      />
      <div class="form-actions">
        <button type="submit" class="button button-danger" disabled=${busy || !currentPassword} data-testid="close-confirm">
          ${t('account.close.action')}
        </button>
        <button type="button" class="button" onClick=${onClose}>${t('action.cancel')}</button>
      </div>
    </form>
  <//>`;
}
