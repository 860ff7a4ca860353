// One notification: what happened, why, when, and a link to where it happened.
import { t } from '../i18n/index.js';
import { iconOfNotification } from '../shared/features.js';
import { href } from '../shared/router.js';
import { Icon } from '../shared/ui/icon.js';
import { Ago, Avatar } from '../shared/ui/pieces.js';
import { html } from '../shared/view.js';
import { reason, sentence } from './sentences.js';

export function NotificationItem({ notification, onOpen }) {
  const { actor, link, at, read, kind } = notification;
  const why = reason(notification);
  const content = html`
    ${actor
      ? html`<${Avatar} id=${actor.id} name=${actor.name} />`
      : html`<span class="notification-icon"><${Icon} name=${iconOfNotification(kind)} /></span>`}
    <span class="grow">
      <span class="notification-text">${sentence(notification)}</span>
      ${why ? html`<span class="notification-why">${why}</span>` : null}
      <span class="muted small"><${Ago} at=${at} /></span>
    </span>
    ${read ? null : html`<span class="unread-dot"><span class="visually-hidden">${t('notifications.unread')}</span></span>`}
  `;
  return html`<li class="notification ${read ? '' : 'notification-unread'}" data-testid="notification" data-kind=${kind}>
    ${link
      ? html`<a href=${href(link)} onClick=${onOpen}>${content}</a>`
      : html`<div class="notification-plain">${content}</div>`}
  </li>`;
}
