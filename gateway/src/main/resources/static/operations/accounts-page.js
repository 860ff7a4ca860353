// Accounts as operators see them: finding one, what it may do, stopping it, opening it again, a link for a new password.
import { dateTime, t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { places } from '../shared/features.js';
import { usePages } from '../shared/loading.js';
import { href } from '../shared/router.js';
import { isMe } from '../shared/session.js';
import { useSubmission } from '../shared/submission.js';
import { toast } from '../shared/ui/announcer.js';
import { ConfirmDialog, Dialog } from '../shared/ui/dialog.js';
import { Empty, Loading, MoreButton, PageTitle, Tabs } from '../shared/ui/pieces.js';
import { FormProblem, LoadProblem, messageOf } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';

const ROLES = ['member', 'moderator', 'operator'];

export default function AccountsPage() {
  const [beginning, setBeginning] = useState('');
  return html`<div class="page page-wide">
    <${PageTitle} text=${t('accounts.title')} />
    <${Tabs} label=${t('operations.sections')} tabs=${places('operations')} current="/operations/accounts" />
    <div class="field">
      <label for="accounts-find">${t('accounts.find')}</label>
      <input
        id="accounts-find"
        type="search"
        autocapitalize="none"
        spellcheck="false"
        value=${beginning}
        data-testid="accounts-find"
        onInput=${(event) => setBeginning(event.currentTarget.value.trim().toLowerCase())}
      />
    </div>
    <${AccountList} key=${beginning} beginning=${beginning} />
  </div>`;
}

function AccountList({ beginning }) {
  const pages = usePages(`accounts:${beginning}`, (cursor) => api.get('/identity/accounts', { beginning, cursor }));
  const [dialog, setDialog] = useState();
  const close = () => setDialog(undefined);
  const replace = (account) => pages.change((items) => items.map((each) => (each.id === account.id ? account : each)));
  const act = async (action, said) => {
    try {
      const changed = await action();
      if (changed) replace(changed);
      toast(said);
    } catch (problem) {
      toast(messageOf(problem), 'bad');
    }
  };
  const setState = (account, state) =>
    act(() => api.put(`/identity/accounts/${account.id}/state`, { state }), t(`accounts.${state}.done`, { username: account.username }));
  const unlock = (account) =>
    act(async () => {
      await api.delete(`/identity/accounts/${account.id}/lock`);
      return { ...account, lockedUntil: undefined };
    }, t('accounts.unlocked', { username: account.username }));
  if (!pages.loading && !pages.error && !pages.items.length) {
    return html`<${Empty} icon="user" title=${t('accounts.none')} />`;
  }
  return html`${pages.error ? html`<${LoadProblem} problem=${pages.error} retry=${pages.reload} />` : null}
    ${pages.loading && !pages.items.length ? html`<${Loading} />` : null}
    ${pages.items.length
      ? html`<div class="table-scroll card" tabindex="0" role="group" aria-label=${t('accounts.title')}>
          <table data-testid="accounts-table">
            <thead>
              <tr>
                <th scope="col">${t('accounts.username')}</th>
                <th scope="col">${t('accounts.name')}</th>
                <th scope="col">${t('accounts.roles')}</th>
                <th scope="col">${t('accounts.state')}</th>
                <th scope="col">${t('accounts.registered')}</th>
                <th scope="col"><span class="visually-hidden">${t('flow.actions')}</span></th>
              </tr>
            </thead>
            <tbody>
              ${pages.items.map(
                (account) => html`<tr key=${account.id} data-testid="account-${account.username}">
                  <th scope="row"><a href=${href(`/members/${account.id}`)}>${account.username}</a></th>
                  <td>${account.displayName}</td>
                  <td>${account.roles.map((role) => t(`role.${role}`)).join(', ')}</td>
                  <td>
                    ${t(`accounts.state.${account.state}`)}
                    ${account.lockedUntil ? html`<div class="muted small">${t('accounts.lockedUntil', { time: dateTime(account.lockedUntil) })}</div>` : null}
                  </td>
                  <td>${dateTime(account.registeredAt)}</td>
                  <td>
                    <div class="row-actions">
                      <button type="button" class="button small" onClick=${() => setDialog({ kind: 'roles', account })}>
                        ${t('accounts.setRoles')}
                      </button>
                      ${account.lockedUntil && !isMe(account.id)
                        ? html`<button type="button" class="button small" onClick=${() => unlock(account)}>${t('accounts.unlock')}</button>`
                        : null}
                      ${isMe(account.id) || account.state === 'closed' ? null : html`<${Others} account=${account} setDialog=${setDialog} setState=${setState} />`}
                    </div>
                  </td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`
      : null}
    <${MoreButton} pages=${pages} />
    ${dialog?.kind === 'roles' ? html`<${RolesDialog} account=${dialog.account} onSaved=${replace} onClose=${close} />` : null}
    ${dialog?.kind === 'link' ? html`<${LinkDialog} account=${dialog.account} onClose=${close} />` : null}
    ${dialog?.kind === 'stop'
      ? html`<${ConfirmDialog}
          title=${t('accounts.stop')}
          text=${t('accounts.stop.text', { username: dialog.account.username })}
          confirm=${t('accounts.stop')}
          danger
          onConfirm=${() => setState(dialog.account, 'stopped')}
          onClose=${close}
        />`
      : null}`;
}

function Others({ account, setDialog, setState }) {
  if (account.state === 'stopped') {
    return html`<button type="button" class="button small" onClick=${() => setState(account, 'active')}>${t('accounts.start')}</button>`;
  }
  return html`<button type="button" class="button small" onClick=${() => setDialog({ kind: 'link', account })}>${t('accounts.link')}</button>
    <button type="button" class="button small button-danger" onClick=${() => setDialog({ kind: 'stop', account })}>
      ${t('accounts.stop')}
    </button>`;
}

function RolesDialog({ account, onSaved, onClose }) {
  const [role, setRole] = useState(ROLES.findLast((each) => account.roles.includes(each)) ?? 'member');
  const { submit, busy, problem } = useSubmission((body) => api.put(`/identity/accounts/${account.id}/roles`, body));
  const save = async (event) => {
    event.preventDefault();
    const saved = await submit({ roles: [role] });
    if (!saved) return;
    onSaved(saved);
    toast(t('accounts.roles.saved', { username: account.username }));
    onClose();
  };
  return html`<${Dialog} title=${t('accounts.rolesOf', { username: account.username })} onClose=${onClose} testId="roles-dialog">
    <form onSubmit=${save} noValidate>
      <${FormProblem} problem=${problem} />
      <fieldset class="field">
        <legend>${t('accounts.roles')}</legend>
        ${ROLES.map(
          (each) => html`<label key=${each} class="choice">
            <input type="radio" name="role" value=${each} checked=${role === each} onChange=${() => setRole(each)} />
            <span>${t(`role.${each}`)}</span>
          </label>`,
        )}
      </fieldset>
      <div class="form-actions">
        <button type="submit" class="button button-primary" disabled=${busy} data-testid="roles-save">${t('action.save')}</button>
        <button type="button" class="button" onClick=${onClose}>${t('action.cancel')}</button>
      </div>
    </form>
  <//>`;
}

function LinkDialog({ account, onClose }) {
  const [link, setLink] = useState();
  const { submit, busy, problem } = useSubmission(() => api.post(`/identity/accounts/${account.id}/password-link`));
  const make = async () => setLink((await submit({})) || undefined);
  return html`<${Dialog} title=${t('accounts.link')} onClose=${onClose} testId="link-dialog">
    <${FormProblem} problem=${problem} />
    ${link
      ? html`<p>${t('accounts.link.made', { username: account.username, until: dateTime(link.expiresAt) })}</p>
          <input class="link-to-copy" readonly value=${link.url} aria-label=${t('accounts.link')} data-testid="password-link" onFocus=${(event) => event.currentTarget.select()} />`
      : html`<p>${t('accounts.link.text', { username: account.username })}</p>
          <div class="form-actions">
            <button type="button" class="button button-primary" disabled=${busy} data-testid="link-make" onClick=${make}>${t('accounts.link.make')}</button>
            <button type="button" class="button" onClick=${onClose}>${t('action.cancel')}</button>
          </div>`}
  <//>`;
}
