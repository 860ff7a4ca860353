// Welcomes who has no account yet.
import { t } from '../i18n/index.js';
import { href } from '../shared/router.js';
import { session, signIn } from '../shared/session.js';
import { html } from '../shared/view.js';

export function WelcomeCard() {
  return html`<section class="card aside-card welcome" aria-labelledby="welcome">
    <h2 id="welcome">${t('welcome.title')}</h2>
    <p>${t('welcome.text')}</p>
    <div class="form-actions">
      ${session.get().registration
        ? html`<a class="button button-primary" href=${href('/register')}>${t('register.action')}</a>`
        : null}
      <button type="button" class="button" onClick=${signIn}>${t('signIn.action')}</button>
    </div>
  </section>`;
}
