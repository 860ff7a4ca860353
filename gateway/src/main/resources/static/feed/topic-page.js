// One topic: what it is about, and its posts.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { Slot } from '../shared/features.js';
import { useResource } from '../shared/loading.js';
import { useTopics } from '../shared/topics.js';
import { Icon } from '../shared/ui/icon.js';
import { PageTitle, Tabs } from '../shared/ui/pieces.js';
import { html } from '../shared/view.js';
import { FeedLayout, FeedList, feedTabs } from './feed-page.js';

export default function TopicPage({ slug, order }) {
  const topic = useTopics().items.find((each) => each.slug === slug);
  const whole = useResource(() => api.get(`/api/content/topics/${encodeURIComponent(slug)}`), [slug]);
  const base = `/topics/${encodeURIComponent(slug)}`;
  return html`<${FeedLayout}>
    <${PageTitle} text=${topic?.name ?? slug}>
      <div class="title-actions">
        <a class="icon-button" href="/api/content/topics/${encodeURIComponent(slug)}/rss" aria-label=${t('feed.topicRss')} title=${t('feed.topicRss')}>
          <${Icon} name="rss" />
        </a>
        <${Slot} name="topicActions" slug=${slug} />
      </div>
    <//>
    ${topic?.description ? html`<p class="lead">${topic.description}</p>` : null}
    ${whole.data?.wikiHtml
      ? html`<details class="card wiki" data-testid="topic-wiki">
          <summary>${t('feed.topicWiki')}</summary>
          <div class="prose" dangerouslySetInnerHTML=${{ __html: whole.data.wikiHtml }}></div>
        </details>`
      : null}
    <${Tabs} label=${t('feed.orders')} tabs=${feedTabs(base)} current=${order === 'latest' ? base : `${base}/${order}`} />
    <${FeedList} order=${order} topic=${slug} />
  <//>`;
}
