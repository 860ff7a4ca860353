// The busiest topics, beside the feed.
import { number, t } from '../i18n/index.js';
import { href } from '../shared/router.js';
import { useTopics } from '../shared/topics.js';
import { html } from '../shared/view.js';

const SHOWN_TOPICS = 12;

export function TopicsCard() {
  const { items } = useTopics();
  if (!items.length) return null;
  const busiest = [...items].sort((one, other) => (other.posts ?? 0) - (one.posts ?? 0)).slice(0, SHOWN_TOPICS);
  return html`<section class="card aside-card" aria-labelledby="aside-topics">
    <h2 id="aside-topics">${t('aside.topics')}</h2>
    <ul class="chip-cloud">
      ${busiest.map(
        (topic) => html`<li key=${topic.slug}>
          <a class="chip" href=${href(`/topics/${encodeURIComponent(topic.slug)}`)}
            >${topic.name}<span class="chip-count">${number(topic.posts ?? 0)}</span></a
          >
        </li>`,
      )}
    </ul>
    <a class="aside-more" href=${href('/topics')}>${t('aside.allTopics')}</a>
  </section>`;
}
