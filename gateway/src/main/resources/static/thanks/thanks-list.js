// What others thank a member for, on their profile.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { usePages } from '../shared/loading.js';
import { href } from '../shared/router.js';
import { isMe } from '../shared/session.js';
import { Ago, Avatar, Loading, MemberLink, MoreButton } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { ReportDialog } from '../shared/ui/report-dialog.js';
import { asMember } from '../shared/ui/sign-in-prompt.js';
import { html, useState } from '../shared/view.js';

export function ThanksList({ memberId }) {
  const [reported, setReported] = useState();
  const pages = usePages(`thanks to ${memberId}`, (cursor) => api.get(`/api/engagement/members/${memberId}/thanks`, { cursor }));
  if (!pages.loading && !pages.error && !pages.items.length && !pages.next) return null;
  return html`<section class="section" aria-labelledby="member-thanks">
    <h2 id="member-thanks">${t('thanks.received')}</h2>
    ${pages.loading && !pages.items.length ? html`<${Loading} lines=${1} />` : null}
    ${pages.error ? html`<${LoadProblem} problem=${pages.error} retry=${pages.reload} />` : null}
    <div class="feed">
      ${pages.items.map(
        (thanks) => html`<article key=${thanks.id} class="card post-card" data-testid="thanks">
          <div class="comment-head">
            <${Avatar} id=${thanks.from.id} name=${thanks.from.name} size="small" />
            <${MemberLink} member=${thanks.from} />
            <span class="muted small"><${Ago} at=${thanks.at} /></span>
          </div>
          <div class="prose prose-small" dangerouslySetInnerHTML=${{ __html: thanks.html }}></div>
          <div class="row-actions">
            <a class="text-button" href=${href(`/subjects/${thanks.targetId}`)}>${t(`thanks.for.${thanks.type}`)}</a>
            ${isMe(thanks.from.id)
              ? null
              : html`<button type="button" class="text-button" onClick=${() => asMember(() => setReported(thanks.id))}>${t('action.report')}</button>`}
          </div>
        </article>`,
      )}
    </div>
    <${MoreButton} pages=${pages} />
    ${reported ? html`<${ReportDialog} targetType="THANKS" targetId=${reported} onClose=${() => setReported(undefined)} />` : null}
  </section>`;
}
