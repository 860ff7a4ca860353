// Who wrote it and when, and how its text came to be what it is.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { usePages } from '../shared/loading.js';
import { MemberName } from '../shared/member-name.js';
import { Dialog } from '../shared/ui/dialog.js';
import { Ago, Avatar, Dot, Loading, MemberLink, MoreButton } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';

export function Byline({ content }) {
  const [history, setHistory] = useState(false);
  return html`<div class="byline">
    <${Avatar} id=${content.author.id} name=${content.author.name} />
    <div>
      <${MemberLink} member=${content.author} />
      <div class="muted small">
        <${Ago} at=${content.publishedAt ?? content.createdAt} />
        ${content.editedAt
          ? html`<${Dot} />
              <button type="button" class="link-button" onClick=${() => setHistory(true)}>
                ${t('post.edited')} <${Ago} at=${content.editedAt} />
              </button>`
          : null}
        ${content.origin
          ? html`<${Dot} /><span>${t('post.origin', { origin: content.origin })}</span>`
          : null}
      </div>
    </div>
    ${history ? html`<${Revisions} postId=${content.id} onClose=${() => setHistory(false)} />` : null}
  </div>`;
}

function Revisions({ postId, onClose }) {
  const pages = usePages(`revisions ${postId}`, (cursor) => api.get(`/api/content/posts/${postId}/revisions`, { cursor }));
  return html`<${Dialog} title=${t('revisions.title')} onClose=${onClose} testId="revisions" wide>
    ${pages.error ? html`<${LoadProblem} problem=${pages.error} retry=${pages.more} />` : null}
    ${pages.items.length || pages.error ? null : html`<${Loading} lines=${1} />`}
    <ol class="revisions">
      ${pages.items.map(
        (revision) => html`<li key=${revision.revision}>
          <p class="muted small">
            ${t('revisions.number', { n: revision.revision })}<${Dot} /><${Ago} at=${revision.at} /><${Dot} />
            <${MemberName} id=${revision.editorId} />
          </p>
          ${revision.title ? html`<h3>${revision.title}</h3>` : null}
          <pre>${revision.text}</pre>
        </li>`,
      )}
    </ol>
    <${MoreButton} pages=${pages} />
  <//>`;
}
