// What a reader can do with a post or an answer.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { href, navigate } from '../shared/router.js';
import { isMe } from '../shared/session.js';
import { toast } from '../shared/ui/announcer.js';
import { ConfirmDialog } from '../shared/ui/dialog.js';
import { Icon } from '../shared/ui/icon.js';
import { messageOf } from '../shared/ui/problems.js';
import { ReportDialog } from '../shared/ui/report-dialog.js';
import { asMember } from '../shared/ui/sign-in-prompt.js';
import { html, useState } from '../shared/view.js';
import { Reactions } from './reactions.js';

export function PostActions({ post, reactions, onChanged, children }) {
  const [open, setOpen] = useState();
  const close = () => setOpen(undefined);
  const remove = async () => {
    try {
      await api.delete(`/api/content/posts/${post.id}`);
      toast(t('post.deleted'));
      if (post.questionId) onChanged();
      else navigate('/', { replace: true });
    } catch (problem) {
      toast(messageOf(problem), 'bad');
    }
  };
  return html`<div class="actions">
    <${Reactions} targetType="post" content=${post} reactions=${reactions} />
    ${children}
    <span class="grow"></span>
    ${isMe(post.author.id)
      ? html`<a class="text-button" href=${href(`/posts/${post.id}/edit`)} data-testid="edit-post"
            ><${Icon} name="edit" size=${17} />${t('action.edit')}</a
          >
          <button type="button" class="text-button" data-testid="delete-post" onClick=${() => setOpen('delete')}>
            <${Icon} name="trash" size=${17} />${t('action.delete')}
          </button>`
      : html`<button type="button" class="text-button" data-testid="report-post" onClick=${() => asMember(() => setOpen('report'))}>
          <${Icon} name="flag" size=${17} />${t('action.report')}
        </button>`}
    ${open === 'report' ? html`<${ReportDialog} targetType="POST" targetId=${post.id} onClose=${close} />` : null}
    ${open === 'delete'
      ? html`<${ConfirmDialog}
          title=${t('post.deleteTitle')}
          text=${t('post.deleteText')}
          confirm=${t('action.delete')}
          danger
          onConfirm=${remove}
          onClose=${close}
        />`
      : null}
  </div>`;
}
