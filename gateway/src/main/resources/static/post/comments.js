// The comments under one post or answer, as a tree; writing, answering, editing and reporting them.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { isMe } from '../shared/session.js';
import { useSubmission } from '../shared/submission.js';
import { toast } from '../shared/ui/announcer.js';
import { ConfirmDialog } from '../shared/ui/dialog.js';
import { Icon } from '../shared/ui/icon.js';
import { Ago, Avatar, Loading, MemberLink, StatusBadge, nameOf } from '../shared/ui/pieces.js';
import { FormProblem, LoadProblem, messageOf } from '../shared/ui/problems.js';
import { ReportDialog } from '../shared/ui/report-dialog.js';
import { asMember } from '../shared/ui/sign-in-prompt.js';
import { isVisible } from '../shared/visibility.js';
import { html, useEffect, useRef, useState } from '../shared/view.js';
import { Reactions } from './reactions.js';
import { StatusBanner } from './status-banner.js';

const DEEPEST_INDENT = 4;

/** @param open whether the form for a new comment stands open from the start */
export function Comments({ postId, comments, changeComments, reactions, open = false }) {
  const [writing, setWriting] = useState(open);
  const here = (comments.data ?? []).filter((comment) => comment.postId === postId);
  const known = new Set(here.map((comment) => comment.id));
  const repliesTo = (parentId) =>
    here.filter((comment) => (parentId ? comment.parentId === parentId : !comment.parentId || !known.has(comment.parentId)));
  const add = (comment) => changeComments((items) => [...items, comment]);
  const replace = (changed) =>
    changeComments((items) => items.map((comment) => (comment.id === changed.id ? changed : comment)));
  const drop = (id) => changeComments((items) => items.filter((comment) => comment.id !== id));
  const tree = { postId, repliesTo, reactions, add, replace, drop, reload: comments.reload };

  if (comments.error && !comments.data) return html`<${LoadProblem} problem=${comments.error} retry=${comments.reload} />`;
  return html`<div class="comments" data-testid="comments" data-post-id=${postId}>
    ${!comments.data ? html`<${Loading} lines=${1} />` : null}
    <${CommentList} tree=${tree} depth=${0} />
    ${writing
      ? html`<${CommentForm}
          postId=${postId}
          label=${t('comments.yours')}
          focus=${!open}
          onWritten=${(comment) => {
            add(comment);
            setWriting(open);
          }}
          onCancel=${open ? undefined : () => setWriting(false)}
        />`
      : html`<button type="button" class="text-button" data-testid="comment-open" onClick=${() => asMember(() => setWriting(true))}>
          <${Icon} name="comment" size=${17} />${t('comments.write')}
        </button>`}
  </div>`;
}

function CommentList({ tree, parentId, depth }) {
  const comments = tree.repliesTo(parentId);
  if (!comments.length) return null;
  return html`<ul class="comment-list ${depth > 0 && depth <= DEEPEST_INDENT ? 'comment-replies' : ''}">
    ${comments.map((comment) => html`<li key=${comment.id}><${Comment} comment=${comment} tree=${tree} depth=${depth} /></li>`)}
  </ul>`;
}

function Comment({ comment, tree, depth }) {
  const [open, setOpen] = useState();
  const close = () => setOpen(undefined);
  const remove = async () => {
    try {
      await api.delete(`/api/engagement/comments/${comment.id}`);
      tree.drop(comment.id);
      toast(t('comments.deleted'));
    } catch (problem) {
      toast(messageOf(problem), 'bad');
    }
  };
  return html`
    <article
      class="comment"
      id="comment-${comment.id}"
      tabindex="-1"
      aria-label=${t('comments.by', { name: nameOf(comment.author) })}
      data-testid="comment"
      data-comment-id=${comment.id}
      data-status=${comment.status}
    >
      <div class="comment-head">
        <${Avatar} id=${comment.author.id} name=${comment.author.name} size="small" />
        <${MemberLink} member=${comment.author} />
        <span class="muted small"><${Ago} at=${comment.publishedAt ?? comment.createdAt} /></span>
        ${comment.editedAt ? html`<span class="muted small">${t('post.edited')}</span>` : null}
        ${isVisible(comment) ? null : html`<${StatusBadge} status=${comment.status} />`}
      </div>
      ${comment.status === 'PENDING' ? null : html`<${StatusBanner} content=${comment} onChanged=${tree.reload} />`}
      ${open === 'edit'
        ? html`<${CommentForm}
            comment=${comment}
            label=${t('comments.edit')}
            focus
            onWritten=${(changed) => {
              tree.replace(changed);
              close();
            }}
            onCancel=${close}
          />`
        : html`<div class="prose prose-small" dangerouslySetInnerHTML=${{ __html: comment.html }}></div>`}
      <div class="comment-actions">
        <${Reactions} targetType="comment" content=${comment} reactions=${tree.reactions} compact />
        <button type="button" class="text-button" data-testid="reply" onClick=${() => asMember(() => setOpen('reply'))}>${t('comments.reply')}</button>
        ${isMe(comment.author.id)
          ? html`<button type="button" class="text-button" onClick=${() => setOpen('edit')}>${t('action.edit')}</button>
              <button type="button" class="text-button" onClick=${() => setOpen('delete')}>${t('action.delete')}</button>`
          : html`<button type="button" class="text-button" data-testid="report-comment" onClick=${() => asMember(() => setOpen('report'))}>${t('action.report')}</button>`}
      </div>
      ${open === 'reply'
        ? html`<${CommentForm}
            postId=${tree.postId}
            parentId=${comment.id}
            label=${t('comments.replyTo', { name: nameOf(comment.author) })}
            focus
            onWritten=${(reply) => {
              tree.add(reply);
              close();
            }}
            onCancel=${close}
          />`
        : null}
      ${open === 'report' ? html`<${ReportDialog} targetType="COMMENT" targetId=${comment.id} onClose=${close} />` : null}
      ${open === 'delete'
        ? html`<${ConfirmDialog}
            title=${t('comments.deleteTitle')}
            text=${t('comments.deleteText')}
            confirm=${t('action.delete')}
            danger
            onConfirm=${remove}
            onClose=${close}
          />`
        : null}
    </article>
    <${CommentList} tree=${tree} parentId=${comment.id} depth=${depth + 1} />
  `;
}

/** A new comment on a post, a reply to a comment, or another text for a comment. */
function CommentForm({ postId, parentId, comment, label, onWritten, onCancel, focus = false }) {
  const [text, setText] = useState(comment?.text ?? '');
  const { submit, busy, problem } = useSubmission((body, idempotencyKey) =>
    comment
      ? api.put(`/api/engagement/comments/${comment.id}`, body)
      : api.post('/api/engagement/comments', body, { idempotencyKey }),
  );
  const textarea = useRef();
  useEffect(() => {
    if (focus) textarea.current.focus();
  }, []);
  const send = (event) => {
    event.preventDefault();
    if (!text.trim()) return;
    asMember(async () => {
      const written = await submit(comment ? { text, version: comment.version } : { postId, parentId, text });
      if (!written) return;
      setText('');
      onWritten(written);
      toast(t('comments.sent'));
    });
  };
  const onKeyDown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
    if (event.key === 'Escape' && !text.trim()) onCancel?.();
  };
  const id = `comment-text-${comment?.id ?? parentId ?? postId}`;
  return html`<form class="comment-form" onSubmit=${send} data-testid="comment-form">
    <${FormProblem} problem=${problem} />
    <label for=${id}>${label}</label>
    <textarea
      id=${id}
      rows="2"
      value=${text}
      ref=${textarea}
      data-testid="comment-text"
      onInput=${(event) => setText(event.currentTarget.value)}
      onKeyDown=${onKeyDown}
    ></textarea>
    <div class="form-actions">
      <button type="submit" class="button button-primary small" disabled=${busy || !text.trim()} data-testid="comment-send">
        ${t('comments.send')}
      </button>
      ${onCancel ? html`<button type="button" class="button small" onClick=${onCancel}>${t('action.cancel')}</button>` : null}
    </div>
  </form>`;
}
