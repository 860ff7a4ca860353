// What stands beside the feed: a welcome for guests, the busiest topics, this week's leaders.
import { number, t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { href } from '../shared/router.js';
import { session, signIn } from '../shared/session.js';
import { Avatar, MemberLink } from '../shared/ui/pieces.js';
import { html } from '../shared/view.js';
import { useTopics } from '../topics/topics.js';

const SHOWN_TOPICS = 12;
const SHOWN_LEADERS = 5;

export function WelcomeCard() {
  return html`<section class="card aside-card welcome" aria-labelledby="welcome">
    <h2 id="welcome">${t('welcome.title')}</h2>
    <p>${t('welcome.text')}</p>
    <div class="form-actions">
      ${session.get().registration
        ? html`<a class="button button-primary" href=${href('/register')}>${t('register.action')}</a>`
        : null}
      <button type="button" class="button" onClick=${signIn}>${t('signIn.action')}</button>
    </div>
  </section>`;
}

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

export function LeadersCard() {
  const { data } = useResource(() => api.get('/api/rewards/leaderboards/week', { limit: SHOWN_LEADERS }), []);
  if (!data?.items?.length) return null;
  return html`<section class="card aside-card" aria-labelledby="aside-leaders">
    <h2 id="aside-leaders">${t('aside.leaders')}</h2>
    <ol class="leaders">
      ${data.items.map(
        ({ rank, member, points }) => html`<li key=${member.id}>
          <span class="rank">${rank}</span><${Avatar} id=${member.id} name=${member.name} size="small" />
          <${MemberLink} member=${member} /><span class="points">${number(points)}</span>
        </li>`,
      )}
    </ol>
    <a class="aside-more" href=${href('/leaderboards')}>${t('aside.allLeaders')}</a>
  </section>`;
}
