// A post in a list: enough to decide whether to read it.
import { shortNumber, t } from '../../i18n/index.js';
import { href } from '../router.js';
import { Icon } from './icon.js';
import { Ago, Avatar, Dot, KindBadge, MemberLink, StatusBadge, TopicLinks } from './pieces.js';
import { isVisible } from '../visibility.js';
import { html } from '../view.js';

export function PostCard({ post, position, total }) {
  const answered = Boolean(post.acceptedAnswerId);
  return html`<article
    class="card post-card"
    aria-labelledby="card-${post.id}"
    aria-posinset=${position}
    aria-setsize=${total}
    data-testid="post-card"
    data-post-id=${post.id}
  >
    <div class="post-card-meta">
      <${Avatar} id=${post.author.id} name=${post.author.name} size="small" />
      <${MemberLink} member=${post.author} />
      <${Dot} />
      <span class="muted"><${Ago} at=${post.publishedAt ?? post.createdAt} /></span>
      <span class="grow"></span>
      ${isVisible(post) ? null : html`<${StatusBadge} status=${post.status} />`}
      <${KindBadge} kind=${post.kind} />
    </div>
    <h2 id="card-${post.id}"><a class="stretched" href=${href(`/posts/${post.id}`)}>${post.title ?? t('post.answerTo')}</a></h2>
    ${post.excerpt ? html`<p class="excerpt">${post.excerpt}</p>` : null}
    <div class="post-card-foot">
      <${TopicLinks} topics=${post.topics} />
      <ul class="figures">
        <${Figure} icon="up" value=${post.score} label=${t('figure.votes', { n: post.score ?? 0 })} />
        ${post.kind === 'QUESTION'
          ? html`<${Figure}
              icon=${answered ? 'accept' : 'question'}
              good=${answered}
              value=${post.answers}
              label=${t(answered ? 'figure.answersAccepted' : 'figure.answers', { n: post.answers ?? 0 })}
            />`
          : null}
        <${Figure} icon="comment" value=${post.comments} label=${t('figure.comments', { n: post.comments ?? 0 })} />
      </ul>
    </div>
  </article>`;
}

function Figure({ icon, value, label, good = false }) {
  return html`<li class="figure ${good ? 'figure-good' : ''}" title=${label}>
    <${Icon} name=${icon} size=${16} /><span aria-hidden="true">${shortNumber(value ?? 0)}</span
    ><span class="visually-hidden">${label}</span>
  </li>`;
}
