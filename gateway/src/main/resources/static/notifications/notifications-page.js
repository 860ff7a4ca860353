// The member's notifications, newest first; new ones appear as they come.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { countUnread, unread, useNotifications } from '../shared/live.js';
import { usePages } from '../shared/loading.js';
import { toast } from '../shared/ui/announcer.js';
import { Empty, Loading, MoreButton, PageTitle } from '../shared/ui/pieces.js';
import { LoadProblem, messageOf } from '../shared/ui/problems.js';
import { html } from '../shared/view.js';
import { NotificationItem } from './notification-item.js';

export default function NotificationsPage() {
  const pages = usePages('notifications', (cursor) => api.get('/api/engagement/notifications', { cursor }));
  const count = unread.use();
  useNotifications(
    (notification) =>
      pages.change((items) => [notification, ...items.filter((item) => item.id !== notification.id)]),
    pages.reload,
  );

  const markRead = async (which, matches) => {
    try {
      await api.post('/api/engagement/notifications/read', which);
      pages.change((items) => items.map((item) => (matches(item) ? { ...item, read: true } : item)));
      countUnread();
    } catch (problem) {
      toast(messageOf(problem), 'bad');
    }
  };

  return html`<div class="page page-list">
    <${PageTitle} text=${t('notifications.title')}>
      <button
        type="button"
        class="button"
        disabled=${!count}
        data-testid="read-all"
        onClick=${() => markRead({ all: true }, () => true)}
      >
        ${t('notifications.readAll')}
      </button>
    <//>
    ${pages.loading && !pages.items.length ? html`<${Loading} />` : null}
    ${pages.error ? html`<${LoadProblem} problem=${pages.error} retry=${pages.reload} />` : null}
    ${!pages.loading && !pages.error && !pages.items.length
      ? html`<${Empty} icon="bell" title=${t('notifications.none')} text=${t('notifications.noneText')} />`
      : null}
    ${pages.items.length
      ? html`<ul class="card notification-list" data-testid="notifications">
          ${pages.items.map(
            (item) => html`<${NotificationItem}
              key=${item.id}
              notification=${item}
              onOpen=${() => item.read || markRead({ ids: [item.id] }, (each) => each.id === item.id)}
            />`,
          )}
        </ul>`
      : null}
    <${MoreButton} pages=${pages} />
  </div>`;
}
