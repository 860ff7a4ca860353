// The bell in the header: how many notifications are unread, kept up to date by the stream.
import { number, t } from '../i18n/index.js';
import { unread, useNotifications } from '../shared/live.js';
import { announce } from '../shared/ui/announcer.js';
import { Icon } from '../shared/ui/icon.js';
import { html } from '../shared/view.js';
import { sentence } from './sentences.js';

const MOST_SHOWN = 99;

export function NotificationBell() {
  const count = unread.use();
  useNotifications((notification) => announce(t('notifications.new', { text: sentence(notification) })));
  return html`<a class="icon-button bell" href="#/notifications" aria-label=${t('notifications.bell', { n: count })} data-testid="bell">
    <${Icon} name="bell" />
    ${count
      ? html`<span class="bell-count" aria-hidden="true" data-testid="unread">${count > MOST_SHOWN ? `${MOST_SHOWN}+` : number(count)}</span>`
      : null}
  </a>`;
}
