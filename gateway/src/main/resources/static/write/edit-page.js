// Changes one's own post or answer. A change that somebody else made meanwhile is not written over.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { href, navigate } from '../shared/router.js';
import { useSubmission } from '../shared/submission.js';
import { toast } from '../shared/ui/announcer.js';
import { Loading, PageTitle } from '../shared/ui/pieces.js';
import { FormProblem, LoadProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';
import { PostFields } from './post-fields.js';

export default function EditPage({ id }) {
  const { data, error, reload } = useResource(() => api.get(`/api/content/posts/${id}`), [id]);
  if (error) return html`<${LoadProblem} problem=${error} retry=${reload} />`;
  if (!data) return html`<${Loading} lines=${2} />`;
  return html`<${EditForm} original=${data} />`;
}

function EditForm({ original }) {
  const isAnswer = original.kind === 'ANSWER';
  const proposed = original.proposedEdit ?? {};
  const [post, setPost] = useState({
    title: proposed.title ?? original.title ?? '',
    text: proposed.text ?? original.text,
    topics: proposed.topics ?? original.topics ?? [],
  });
  const { submit, busy, problem } = useSubmission((body) => api.put(`/api/content/posts/${original.id}`, body));
  const place = isAnswer ? `/posts/${original.questionId}#answer-${original.id}` : `/posts/${original.id}`;
  const save = async (event) => {
    event.preventDefault();
    const { title, text, topics } = post;
    const body = isAnswer ? { text } : { title: title.trim(), text, topics };
    if (!(await submit({ ...body, version: original.version }))) return;
    toast(t('edit.saved'));
    navigate(place, { replace: true });
  };
  return html`<div class="page page-form">
    <${PageTitle} text=${t(isAnswer ? 'edit.answer' : 'edit.post')} />
    <form class="card form-card" onSubmit=${save} noValidate data-testid="edit-form">
      <${FormProblem} problem=${problem} fields=${['title', 'topics', 'text']} />
      <${PostFields} post=${post} onChange=${setPost} problem=${problem} withTitle=${!isAnswer} />
      <div class="form-actions">
        <button type="submit" class="button button-primary" disabled=${busy} data-testid="save">${t('action.save')}</button>
        <a class="button" href=${href(place)}>${t('action.cancel')}</a>
      </div>
    </form>
  </div>`;
}
