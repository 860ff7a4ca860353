// Tells an author (and moderators) where their content stands, why, and who decided; and what they can do next.
import { dateTime, t, tKnown } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { href } from '../shared/router.js';
import { isMe } from '../shared/session.js';
import { toast } from '../shared/ui/announcer.js';
import { Icon } from '../shared/ui/icon.js';
import { messageOf } from '../shared/ui/problems.js';
import { editStanding, isVisible } from '../shared/visibility.js';
import { html, useState } from '../shared/view.js';

const SIGNS = {
  PENDING: ['plain', 'clock'],
  EDIT_PENDING: ['plain', 'clock'],
  SCHEDULED: ['plain', 'clock'],
  DRAFT: ['plain', 'edit'],
  HELD: ['warn', 'shield'],
  EDIT_HELD: ['warn', 'shield'],
};
const BAD_SIGN = ['bad', 'eyeOff'];

export function StatusBanner({ content, onChanged }) {
  if (isVisible(content) && !content.proposedEdit) return null;
  const ofEdit = isVisible(content);
  const status = ofEdit ? `EDIT_${editStanding(content)}` : content.status;
  const moderation = ofEdit ? content.proposedEdit.moderation : content.moderation;
  const decided = moderation && !['PENDING', 'DRAFT', 'SCHEDULED'].includes(status);
  const [tone, icon] = SIGNS[status] ?? BAD_SIGN;
  const own = isMe(content.author.id);
  return html`<div
    class="notice notice-${tone} status-banner"
    role="status"
    data-testid="status-banner"
    data-status=${status}
  >
    <${Icon} name=${icon} />
    <div class="grow">
      <p class="notice-title">${tKnown('banner', status)}</p>
      <p>${t(`banner.${status}.text`, { at: content.publishAt ? dateTime(content.publishAt) : '' })}</p>
      ${decided ? html`<${Reasons} moderation=${moderation} />` : null}
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
        onClick=${act(() => api.post(publication, {}), 'banner.sent')}
      >
        ${t('banner.publish')}
      </button>
      <a class="button" href=${href(`/posts/${post.id}/edit`)}>${t('action.edit')}</a>
    </div>`;
  }
  if (post.status === 'SCHEDULED') {
    return html`<div class="form-actions">
      <button type="button" class="button" disabled=${busy} onClick=${act(() => api.delete(publication), 'banner.unscheduled')}>
        ${t('banner.unschedule')}
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
