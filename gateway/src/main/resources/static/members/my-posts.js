// What the member wrote, by where it stands.
import { t, tKnown } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useNotifications } from '../shared/live.js';
import { usePages } from '../shared/loading.js';
import { Empty, Loading, MoreButton } from '../shared/ui/pieces.js';
import { PostCard } from '../shared/ui/post-card.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';

const STATUSES = ['PUBLISHED', 'PENDING', 'HELD', 'DRAFT', 'SCHEDULED', 'REJECTED', 'HIDDEN', 'REMOVED'];

export function MyPosts() {
  const [status, setStatus] = useState('');
  return html`
    <div class="filter-row" role="group" aria-label=${t('me.byStatus')}>
      ${['', ...STATUSES].map(
        (each) => html`<button
          key=${each}
          type="button"
          class="chip chip-filter"
          aria-pressed=${String(status === each)}
          data-testid="status-${each || 'all'}"
          onClick=${() => setStatus(each)}
        >
          ${each ? tKnown('status', each) : t('me.allStatuses')}
        </button>`,
      )}
    </div>
    <${PostsOfStatus} key=${status} status=${status} />
  `;
}

function PostsOfStatus({ status }) {
  const pages = usePages(`mine ${status}`, (cursor) => api.get('/api/content/posts', { mine: true, status, cursor }));
  useNotifications((notification) => notification.kind.startsWith('post') && pages.reload());
  return html`
    ${pages.loading && !pages.items.length ? html`<${Loading} />` : null}
    ${pages.error ? html`<${LoadProblem} problem=${pages.error} retry=${pages.reload} />` : null}
    ${!pages.loading && !pages.error && !pages.items.length
      ? html`<${Empty} icon="edit" title=${t('me.noPosts')}><a class="button button-primary" href="#/write">${t('nav.write')}</a><//>`
      : null}
    <div class="feed">${pages.items.map((post) => html`<${PostCard} key=${post.id} post=${post} />`)}</div>
    <${MoreButton} pages=${pages} />
  `;
}
