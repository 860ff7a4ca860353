// The passkeys of an account: making one, forgetting one.
import { dateTime, t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { toast } from '../shared/ui/announcer.js';
import { Ago } from '../shared/ui/pieces.js';
import { LoadProblem, messageOf } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';

const PATH = '/identity/account/passkeys';

export function Passkeys() {
  const passkeys = useResource(() => api.get(PATH), []);
  const [busy, setBusy] = useState(false);
  const known = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON);
  const act = async (action, said) => {
    setBusy(true);
    try {
      await action();
      toast(said);
    } catch (problem) {
      // Whoever closed the browser's dialogue knows that they did.
      if (problem.name !== 'NotAllowedError') toast(problem.status === undefined ? t('account.passkeys.failed') : messageOf(problem), 'bad');
    }
    setBusy(false);
    passkeys.reload();
  };
  const make = async () => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await api.post(`${PATH}/options`));
    const credential = await navigator.credentials.create({ publicKey });
    await api.post(PATH, { label: t('account.passkeys.label', { at: dateTime(new Date().toISOString()) }), credential: credential.toJSON() });
  };
  return html`<section class="card form-card" aria-labelledby="passkeys-heading">
    <h2 id="passkeys-heading">${t('account.passkeys')}</h2>
    <p>${t('account.passkeys.text')}</p>
    ${passkeys.error ? html`<${LoadProblem} problem=${passkeys.error} retry=${passkeys.reload} />` : null}
    <ul class="account-sessions" data-testid="passkeys">
      ${(passkeys.data?.items ?? []).map(
        (each) => html`<li key=${each.id}>
          <div class="grow">
            <p>${each.label}</p>
            <p class="muted small">${t('account.passkeys.used')} <${Ago} at=${each.lastUsedAt} /></p>
          </div>
          <button type="button" class="button small" disabled=${busy} onClick=${() => act(() => api.delete(`${PATH}/${each.id}`), t('account.passkeys.removed'))}>
            ${t('account.passkeys.remove')}
          </button>
        </li>`,
      )}
    </ul>
    ${known
      ? html`<div class="form-actions">
          <button type="button" class="button" disabled=${busy} data-testid="passkey-make" onClick=${() => act(make, t('account.passkeys.made'))}>
            ${t('account.passkeys.make')}
          </button>
        </div>`
      : html`<p class="muted">${t('account.passkeys.unknown')}</p>`}
  </section>`;
}
