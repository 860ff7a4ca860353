// All topics, to choose one to read.
import { t } from '../i18n/index.js';
import { href } from '../shared/router.js';
import { loadTopics, useTopics } from '../shared/topics.js';
import { Empty, Loading, PageTitle } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';

export default function TopicsPage() {
  const { items, loading, error } = useTopics();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const found = items.filter((topic) => `${topic.slug} ${topic.name} ${topic.description ?? ''}`.toLowerCase().includes(wanted));
  return html`<div class="page">
    <${PageTitle} text=${t('topics.title')}>
      <input
        type="search"
        class="filter"
        aria-label=${t('topics.filter')}
        placeholder=${t('topics.filter')}
        value=${filter}
        data-testid="topics-filter"
        onInput=${(event) => setFilter(event.currentTarget.value)}
      />
    <//>
    ${loading ? html`<${Loading} />` : null}
    ${error ? html`<${LoadProblem} problem=${error} retry=${loadTopics} />` : null}
    ${!loading && !error && !found.length ? html`<${Empty} icon="tag" title=${t('topics.none')} />` : null}
    <ul class="topic-grid">
      ${found.map(
        (topic) => html`<li key=${topic.slug}>
          <a class="card topic-card" href=${href(`/topics/${encodeURIComponent(topic.slug)}`)} data-testid="topic-card">
            <span class="topic-name">${topic.name}</span>
            ${topic.description ? html`<span class="topic-text">${topic.description}</span>` : null}
            <span class="muted small">${t('topics.posts', { n: topic.posts ?? 0 })}</span>
          </a>
        </li>`,
      )}
    </ul>
  </div>`;
}
