// Leads from the feed to the chosen topic's own page, which has the same feeds.
import { t } from '../i18n/index.js';
import { navigate } from '../shared/router.js';
import { useTopics } from '../shared/topics.js';
import { html } from '../shared/view.js';

export function TopicFilter() {
  const { items } = useTopics();
  const choose = (event) => {
    const { value } = event.currentTarget;
    if (value) navigate(`/topics/${encodeURIComponent(value)}`);
  };
  return html`<label class="topic-filter">
    <span class="visually-hidden">${t('topics.showOne')}</span>
    <select data-testid="topic-filter" onChange=${choose}>
      <option value="">${t('topics.all')}</option>
      ${items.map((topic) => html`<option key=${topic.slug} value=${topic.slug}>${topic.name}</option>`)}
    </select>
  </label>`;
}
