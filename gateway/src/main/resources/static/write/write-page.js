// Writes a new post: published after its check, kept as a draft, or scheduled. What is not sent yet survives a closed tab.
import { t, tKnown } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { navigate, route } from '../shared/router.js';
import { kept } from '../shared/storage.js';
import { useSubmission } from '../shared/submission.js';
import { toast } from '../shared/ui/announcer.js';
import { Field } from '../shared/ui/field.js';
import { PageTitle } from '../shared/ui/pieces.js';
import { fieldError, FormProblem } from '../shared/ui/problems.js';
import { html, useEffect, useState } from '../shared/view.js';
import { writableKinds } from './kinds.js';
import { PostFields } from './post-fields.js';

const UNSENT = 'unsentPost';

function begin() {
  const { topic } = route.get().query;
  const blank = { kind: 'QUESTION', title: '', text: '', topics: topic ? [topic] : [], publishAt: '' };
  try {
    return { ...blank, ...JSON.parse(kept.get(UNSENT) ?? '{}') };
  } catch {
    return blank;
  }
}

export default function WritePage() {
  const [post, setPost] = useState(begin);
  const [scheduling, setScheduling] = useState(Boolean(post.publishAt));
  const { submit, busy, problem } = useSubmission((body, idempotencyKey) =>
    api.post('/api/content/posts', body, { idempotencyKey }),
  );

  useEffect(() => {
    kept.set(UNSENT, JSON.stringify(post));
  }, [post]);

  const send = async (extra) => {
    const { kind, title, text, topics } = post;
    const created = await submit({ kind, title: title.trim(), text, topics, ...extra });
    if (!created) return;
    kept.remove(UNSENT);
    toast(t(extra.draft ? 'write.draftSaved' : extra.publishAt ? 'write.scheduled' : 'write.sent'));
    navigate(`/posts/${created.id}`, { replace: true });
  };
  const onSubmit = (event) => {
    event.preventDefault();
    const later = scheduling && post.publishAt;
    send(later ? { publishAt: new Date(post.publishAt).toISOString() } : {});
  };

  return html`<div class="page page-form">
    <${PageTitle} text=${t('write.heading')} />
    <form class="card form-card" onSubmit=${onSubmit} noValidate data-testid="write-form">
      <${FormProblem} problem=${problem} fields=${['kind', 'title', 'topics', 'text', 'publishAt']} />
      <fieldset class="kinds" aria-describedby=${fieldError(problem, 'kind') ? 'kind-error' : undefined}>
        <legend>${t('write.kind')}</legend>
        <div class="kind-choices">
          ${writableKinds().map(
            (kind) => html`<label key=${kind} class="kind-choice">
              <input
                type="radio"
                name="kind"
                value=${kind}
                checked=${post.kind === kind}
                data-testid="kind-${kind}"
                onChange=${() => setPost((now) => ({ ...now, kind }))}
              />
              <span><strong>${tKnown('kind', kind)}</strong><span class="muted small">${t(`kind.${kind}.text`)}</span></span>
            </label>`,
          )}
        </div>
        ${fieldError(problem, 'kind') ? html`<p class="field-error" id="kind-error">${fieldError(problem, 'kind')}</p>` : null}
      </fieldset>
      <${PostFields} post=${post} onChange=${setPost} problem=${problem} />
      <div class="schedule">
        <label class="check">
          <input type="checkbox" checked=${scheduling} data-testid="schedule" onChange=${(event) => setScheduling(event.currentTarget.checked)} />
          ${t('write.schedule')}
        </label>
        ${scheduling
          ? html`<${Field} id="publishAt" label=${t('write.publishAt')} error=${fieldError(problem, 'publishAt')}>
              ${(attributes) =>
                html`<input
                  ...${attributes}
                  type="datetime-local"
                  value=${post.publishAt}
                  data-testid="publish-at"
                  onInput=${(event) => {
                    const publishAt = event.currentTarget.value;
                    setPost((now) => ({ ...now, publishAt }));
                  }}
                />`}
            <//>`
          : null}
      </div>
      <div class="form-actions">
        <button type="submit" class="button button-primary" disabled=${busy || (scheduling && !post.publishAt)} data-testid="publish">
          ${t(busy ? 'write.sending' : scheduling ? 'write.scheduleAction' : 'write.publish')}
        </button>
        <button type="button" class="button" disabled=${busy} data-testid="save-draft" onClick=${() => send({ draft: true })}>
          ${t('write.saveDraft')}
        </button>
      </div>
      <p class="muted small">${t('write.checkNote')}</p>
    </form>
  </div>`;
}
