// Small pieces that many pages share.
import { dateTime, relativeTime, t, tKnown } from '../../i18n/index.js';
import { href } from '../router.js';
import { createStore } from '../store.js';
import { html, useEffect } from '../view.js';
import { Icon } from './icon.js';

const minute = createStore(Date.now());
setInterval(() => minute.set(Date.now()), 60_000);

export function Ago({ at }) {
  const now = Math.max(minute.use(), Date.now());
  return html`<time datetime=${at} title=${dateTime(at)}>${relativeTime(at, now)}</time>`;
}

export function Dot() {
  return html`<span class="dot" aria-hidden="true">·</span>`;
}

const AVATAR_HUES = 8;

/** The first letter of a name on a colour that stays the member's own. */
export function Avatar({ id, name, size = 'medium' }) {
  const hue = [...String(id ?? '')].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) >>> 0, 7) % AVATAR_HUES;
  const first = [...(name || '?')][0].toUpperCase();
  return html`<span class="avatar avatar-${size} avatar-hue-${hue}" aria-hidden="true">${first}</span>`;
}

export function MemberLink({ member }) {
  return html`<a class="member-link" href=${href(`/members/${member.id}`)}>${nameOf(member)}</a>`;
}

/** What a member is called; who is unknown has left. */
export const nameOf = (member) => member.name || t('member.unnamed');

export function TopicLinks({ topics }) {
  if (!topics?.length) return null;
  return html`<ul class="topic-links" aria-label=${t('topics.title')}>
    ${topics.map(
      (slug) => html`<li key=${slug}><a class="chip" href=${href(`/topics/${encodeURIComponent(slug)}`)}>${slug}</a></li>`,
    )}
  </ul>`;
}

export function KindBadge({ kind }) {
  return html`<span class="badge badge-kind badge-${kind.toLowerCase()}">${tKnown('kind', kind)}</span>`;
}

export function StatusBadge({ status }) {
  return html`<span class="badge badge-status badge-${status.toLowerCase()}" data-testid="status-badge" data-status=${status}
    >${tKnown('status', status)}</span
  >`;
}

export function Loading({ lines = 3 }) {
  return html`<div class="skeletons" role="status" aria-label=${t('loading')}>
    ${Array.from({ length: lines }, (_, at) => html`<div key=${at} class="skeleton card"><i></i><i></i><i></i></div>`)}
  </div>`;
}

export function Empty({ icon = 'comment', title, text, heading: Heading = 'p', children }) {
  return html`<div class="empty" data-testid="empty">
    <span class="empty-icon"><${Icon} name=${icon} size=${28} /></span>
    <${Heading} class="empty-title">${title}<//>
    ${text ? html`<p class="muted">${text}</p>` : null} ${children}
  </div>`;
}

/** The end of a list by cursor: more of it, its failure, or nothing. */
export function MoreButton({ pages }) {
  if (!pages.next && !pages.error) return null;
  return html`<div class="more">
    <button type="button" class="button" disabled=${pages.loading} data-testid="more" onClick=${pages.more}>
      ${t(pages.loading ? 'loading' : 'action.more')}
    </button>
  </div>`;
}

/** Links that look like tabs; each is a place with an address of its own. */
export function Tabs({ label, tabs, current }) {
  return html`<nav class="tabs" aria-label=${label}>
    ${tabs.map(
      (tab) => html`<a
        key=${tab.path}
        href=${href(tab.path)}
        aria-current=${tab.path === current ? 'page' : undefined}
        data-testid=${tab.testId}
        >${tab.icon ? html`<${Icon} name=${tab.icon} size=${18} />` : null}${tab.label}</a
      >`,
    )}
  </nav>`;
}

/** The page's heading; it names the document and is told when the reader arrives. */
export function PageTitle({ text, children }) {
  usePageTitle(text);
  return html`<div class="page-title"><h1>${text}</h1>${children}</div>`;
}

export function usePageTitle(text) {
  useEffect(() => {
    if (text) document.title = `${text} · Townhall`;
  }, [text]);
}
