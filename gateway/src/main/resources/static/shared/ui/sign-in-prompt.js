// Asks a reader to sign in at the moment they want to take part.
import { t } from '../../i18n/index.js';
import { href } from '../router.js';
import { session, signIn } from '../session.js';
import { createStore } from '../store.js';
import { html } from '../view.js';
import { Dialog } from './dialog.js';

const asked = createStore(false);

/** Runs the action for a member; asks anybody else to sign in. */
export function asMember(action) {
  if (session.get().signedIn) action();
  else asked.set(true);
}

export function SignInPrompt() {
  if (!asked.use()) return null;
  const close = () => asked.set(false);
  return html`<${Dialog} title=${t('signIn.promptTitle')} onClose=${close} testId="sign-in-prompt">
    <p>${t('signIn.promptText')}</p>
    <div class="form-actions">
      <button type="button" class="button button-primary" onClick=${signIn}>${t('signIn.action')}</button>
      ${session.get().registration
        ? html`<a class="button" href=${href('/register')} onClick=${close}>${t('register.action')}</a>`
        : null}
    </div>
  <//>`;
}
