// This week's leaders, beside the feed.
import { number, t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { href } from '../shared/router.js';
import { Avatar, MemberLink } from '../shared/ui/pieces.js';
import { html } from '../shared/view.js';

const SHOWN_LEADERS = 5;

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
