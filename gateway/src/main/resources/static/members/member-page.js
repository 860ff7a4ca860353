// What everybody sees of a member: standing, badges, and posts.
import { day, number, t, tKnown } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { Slot } from '../shared/features.js';
import { usePages, useResource } from '../shared/loading.js';
import { isMe } from '../shared/session.js';
import { Avatar, Dot, Empty, Loading, MoreButton, usePageTitle } from '../shared/ui/pieces.js';
import { PostCard } from '../shared/ui/post-card.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html } from '../shared/view.js';
import { Badges } from './badges.js';

export default function MemberPage({ id }) {
  const member = useResource(() => api.get(`/api/engagement/members/${id}`), [id]);
  const account = useResource(() => api.get(`/api/rewards/accounts/${id}`), [id]);
  const posts = usePages(`posts of ${id}`, (cursor) => api.get(`/api/content/members/${id}/posts`, { cursor }));
  usePageTitle(member.data?.displayName);
  if (member.error) return html`<${LoadProblem} problem=${member.error} retry=${member.reload} />`;
  if (!member.data) return html`<${Loading} lines=${2} />`;
  const { displayName, joinedAt, origin } = member.data;
  return html`<div class="page">
    <header class="card member-head">
      <${Avatar} id=${id} name=${displayName} size="large" />
      <div class="grow">
        <h1 data-testid="member-name">${displayName}</h1>
        <p class="muted">
          ${t('member.joined', { at: day(joinedAt) })}${origin ? ` · ${t('member.origin', { origin })}` : ''}
        </p>
        ${account.data
          ? html`<p>
              <strong>${number(account.data.lifetime)}</strong> ${t('points.lifetime')}<${Dot} />
              <strong>${tKnown('tier', account.data.tier)}</strong>
            </p>`
          : null}
      </div>
      ${isMe(id) ? html`<a class="button" href="#/me">${t('nav.me')}</a>` : html`<${Slot} name="memberActions" memberId=${id} />`}
    </header>
    ${origin ? html`<${About} id=${id} />` : null}
    <section class="section" aria-labelledby="member-badges">
      <h2 id="member-badges">${t('me.badges')}</h2>
      <${Badges} memberId=${id} />
    </section>
    <${Slot} name="memberSections" memberId=${id} />
    <section class="section" aria-labelledby="member-posts">
      <h2 id="member-posts">${t('member.posts')}</h2>
      ${posts.loading && !posts.items.length ? html`<${Loading} />` : null}
      ${posts.error ? html`<${LoadProblem} problem=${posts.error} retry=${posts.reload} />` : null}
      ${!posts.loading && !posts.error && !posts.items.length ? html`<${Empty} icon="edit" title=${t('member.noPosts')} />` : null}
      <div class="feed">${posts.items.map((post) => html`<${PostCard} key=${post.id} post=${post} />`)}</div>
      <${MoreButton} pages=${posts} />
    </section>
  </div>`;
}

/** What an import brought along of what they said of themselves. */
function About({ id }) {
  const about = useResource(() => api.get(`/api/engagement/members/${id}/about`), [id]);
  if (!about.data?.html) return null;
  return html`<section class="section" aria-labelledby="member-about">
    <h2 id="member-about">${t('member.about')}</h2>
    <div class="card prose" data-testid="member-about-text" dangerouslySetInnerHTML=${{ __html: about.data.html }}></div>
  </section>`;
}
