// The member's own page: what they earned and why, what became of what they wrote, their badges.
import { t } from '../i18n/index.js';
import { session } from '../shared/session.js';
import { PageTitle, Tabs } from '../shared/ui/pieces.js';
import { html } from '../shared/view.js';
import { Badges } from './badges.js';
import { DisplayName } from './display-name.js';
import { MyPosts } from './my-posts.js';
import { Points } from './points.js';

const TABS = { points: '/me', posts: '/me/posts', badges: '/me/badges' };

export default function MePage({ tab }) {
  return html`<div class="page">
    <${PageTitle} text=${t(`me.${tab}`)}><${DisplayName} /><//>
    <${Tabs}
      label=${t('me.sections')}
      current=${TABS[tab]}
      tabs=${[
        { path: TABS.points, label: t('me.points'), icon: 'star', testId: 'me-points' },
        { path: TABS.posts, label: t('me.posts'), icon: 'edit', testId: 'me-posts' },
        { path: TABS.badges, label: t('me.badges'), icon: 'trophy', testId: 'me-badges' },
      ]}
    />
    ${tab === 'points' ? html`<${Points} />` : null} ${tab === 'posts' ? html`<${MyPosts} />` : null}
    ${tab === 'badges' ? html`<${Badges} memberId=${session.get().memberId} />` : null}
  </div>`;
}
