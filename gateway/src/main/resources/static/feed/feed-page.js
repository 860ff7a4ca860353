// The feeds: latest, hot, unanswered; and beside them, where there is room, what other folders put there.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { Slot } from '../shared/features.js';
import { usePages } from '../shared/loading.js';
import { session } from '../shared/session.js';
import { Empty, Loading, MoreButton, Tabs, usePageTitle } from '../shared/ui/pieces.js';
import { PostCard } from '../shared/ui/post-card.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html, useEffect, useRef } from '../shared/view.js';
import { WelcomeCard } from './welcome-card.js';

export function feedTabs(base) {
  const root = base || '/';
  return [
    { path: root, label: t('feed.latest'), icon: 'clock', testId: 'feed-latest' },
    { path: `${base}/hot`, label: t('feed.hot'), icon: 'flame', testId: 'feed-hot' },
    { path: `${base}/unanswered`, label: t('feed.unanswered'), icon: 'question', testId: 'feed-unanswered' },
  ];
}

export default function FeedPage({ order }) {
  usePageTitle(t(`feed.${order}`));
  const current = order === 'latest' ? '/' : `/${order}`;
  return html`<${FeedLayout}>
    <h1 class="visually-hidden">${t(`feed.${order}`)}</h1>
    <div class="feed-bar">
      <${Tabs} label=${t('feed.orders')} tabs=${feedTabs('')} current=${current} />
      <${Slot} name="feedBar" />
    </div>
    <${FeedList} order=${order} />
  <//>`;
}

export function FeedLayout({ children }) {
  return html`<div class="with-aside">
    <div class="main-column">${children}</div>
    <aside class="aside" aria-label=${t('aside.label')}>
      ${session.get().signedIn ? null : html`<${WelcomeCard} />`}
      <${Slot} name="aside" />
    </aside>
  </div>`;
}

export function FeedList({ order, topic }) {
  const pages = usePages(`feed ${order} ${topic ?? ''}`, (cursor) => api.get(`/api/content/feeds/${order}`, { topic, cursor }));
  const end = useRef();

  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => entries[0].isIntersecting && pages.next && !pages.loading && !pages.error && pages.more(),
      { rootMargin: '600px' },
    );
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [pages.next, pages.loading, pages.error]);

  return html`
    <div class="feed" role="feed" aria-busy=${String(pages.loading)} aria-label=${t(`feed.${order}`)} data-testid="feed">
      ${pages.items.map((post, at) => html`<${PostCard} key=${post.id} post=${post} position=${at + 1} total=${pages.next ? -1 : pages.items.length} />`)}
    </div>
    ${pages.loading && !pages.items.length ? html`<${Loading} lines=${4} />` : null}
    ${pages.error ? html`<${LoadProblem} problem=${pages.error} retry=${pages.items.length ? pages.more : pages.reload} />` : null}
    ${!pages.loading && !pages.error && !pages.items.length
      ? html`<${Empty} title=${t(`feed.${order}.empty`)} text=${t('feed.emptyText')}>
          <a class="button button-primary" href="#/write">${t('nav.write')}</a>
        <//>`
      : null}
    <${MoreButton} pages=${pages} />
    <div ref=${end}></div>
  `;
}
