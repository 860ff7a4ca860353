// Tells an author (and moderators) where their content stands, why, and who decided; and what they can do next.
import { dateTime, t, tKnown } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { href } from '../shared/router.js';
import { isMe } from '../shared/session.js';
import { toast } from '../shared/ui/announcer.js';
import { Icon } from '../shared/ui/icon.js';
import { messageOf } from '../shared/ui/problems.js';
import { isVisible } from '../shared/visibility.js';
import { html, useState } from '../shared/view.js';

const ICONS = { PENDING: 'clock', HELD: 'shield', DRAFT: 'edit', SCHEDULED: 'clock' };
const TONES = { PENDING: 'plain', HELD: 'warn', DRAFT: 'plain', SCHEDULED: 'plain' };

export function StatusBanner({ content, onChanged }) {
  if (isVisible(content) && !content.proposedEdit) return null;
  const status = isVisible(content) ? 'EDIT_PENDING' : content.status;
  const own = isMe(content.author.id);
  const decided = ['REJECTED', 'HIDDEN', 'REMOVED', 'HELD'].includes(status) && content.moderation;
  return html`<div
    class="notice notice-${TONES[status] ?? (status === 'EDIT_PENDING' ? 'plain' : 'bad')} status-banner"
    role="status"
    data-testid="status-banner"
    data-status=${status}
  >
    <${Icon} name=${ICONS[status] ?? (status === 'EDIT_PENDING' ? 'clock' : 'eyeOff')} />
    <div class="grow">
      <p class="notice-title">${tKnown('banner', status)}</p>
      <p>${t(`banner.${status}.text`, { at: content.publishAt ? dateTime(content.publishAt) : '' })}</p>
      ${decided ? html`<${Reasons} moderation=${content.moderation} />` : null}
      ${own && content.title ? html`<${NextSteps} post=${content} onChanged=${onChanged} />` : null}
    </div>
  </div>`;
}

function Reasons({ moderation }) {
  return html`
    ${moderation.reasons?.length
      ? html`<ul class="reasons" data-testid="reasons">
          ${moderation.reasons.map(
            ({ rule, explanation }) => html`<li key=${rule}>
              <strong>${tKnown('rule', rule)}</strong>${explanation ? html`<span>${explanation}</span>` : null}
            </li>`,
          )}
        </ul>`
      : null}
    ${moderation.by ? html`<p class="muted small" data-testid="decided-by">${t(`banner.by.${moderation.by}`)}</p>` : null}
  `;
}

function NextSteps({ post, onChanged }) {
  const [busy, setBusy] = useState(false);
  const act = (request, done) => async () => {
    setBusy(true);
    try {
      await request();
      toast(t(done));
      onChanged();
    } catch (problem) {
      toast(messageOf(problem), 'bad');
    } finally {
      setBusy(false);
    }
  };
  const publication = `/api/content/posts/${post.id}/publication`;
  if (post.status === 'DRAFT') {
    return html`<div class="form-actions">
      <button
        type="button"
        class="button button-primary"
        disabled=${busy}
        data-testid="publish-draft"
        onClick=${act(() => api.post(publication, {}), 'write.sent')}
      >
        ${t('write.publish')}
      </button>
      <a class="button" href=${href(`/posts/${post.id}/edit`)}>${t('action.edit')}</a>
    </div>`;
  }
  if (post.status === 'SCHEDULED') {
    return html`<div class="form-actions">
      <button type="button" class="button" disabled=${busy} onClick=${act(() => api.delete(publication), 'write.unscheduled')}>
        ${t('write.unschedule')}
      </button>
    </div>`;
  }
  if (post.status === 'REJECTED') {
    return html`<div class="form-actions">
      <a class="button" href=${href(`/posts/${post.id}/edit`)}>${t('banner.revise')}</a>
    </div>`;
  }
  return null;
}
