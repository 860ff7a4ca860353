// One topic: what it is about, and its posts.
import { t } from '../i18n/index.js';
import { FeedLayout, FeedList, feedTabs } from '../feed/feed-page.js';
import { FollowButton } from '../follows/follow-button.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { Icon } from '../shared/ui/icon.js';
import { PageTitle, Tabs } from '../shared/ui/pieces.js';
import { html } from '../shared/view.js';
import { useTopics } from './topics.js';

export function TopicPage({ slug, order }) {
  const topic = useTopics().items.find((each) => each.slug === slug);
  const whole = useResource(() => api.get(`/api/content/topics/${encodeURIComponent(slug)}`), [slug]);
  const base = `/topics/${encodeURIComponent(slug)}`;
  return html`<${FeedLayout}>
    <${PageTitle} text=${topic?.name ?? slug}>
      <div class="title-actions">
        <a class="icon-button" href="/api/content/topics/${encodeURIComponent(slug)}/rss" aria-label=${t('topics.rss')} title=${t('topics.rss')}>
          <${Icon} name="rss" />
        </a>
        <${FollowButton} type="topic" id=${slug} />
      </div>
    <//>
    ${topic?.description ? html`<p class="lead">${topic.description}</p>` : null}
    ${whole.data?.wikiHtml
      ? html`<details class="card wiki" data-testid="topic-wiki">
          <summary>${t('topics.wiki')}</summary>
          <div class="prose" dangerouslySetInnerHTML=${{ __html: whole.data.wikiHtml }}></div>
        </details>`
      : null}
    <${Tabs} label=${t('feed.orders')} tabs=${feedTabs(base)} current=${order === 'latest' ? base : `${base}/${order}`} />
    <${FeedList} order=${order} topic=${slug} />
  <//>`;
}
