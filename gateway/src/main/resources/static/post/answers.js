// The answers to a question: the accepted one first; its author chooses which.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { isMe } from '../shared/session.js';
import { useSubmission } from '../shared/submission.js';
import { toast } from '../shared/ui/announcer.js';
import { Field } from '../shared/ui/field.js';
import { Icon } from '../shared/ui/icon.js';
import { MarkdownEditor } from '../shared/ui/markdown-editor.js';
import { fieldError, FormProblem, messageOf } from '../shared/ui/problems.js';
import { asMember } from '../shared/ui/sign-in-prompt.js';
import { nameOf } from '../shared/ui/pieces.js';
import { html, useState } from '../shared/view.js';
import { Byline } from './byline.js';
import { Comments } from './comments.js';
import { PostActions } from './post-actions.js';
import { StatusBanner } from './status-banner.js';

export function Answers({ question, answers, discussion, onQuestionChanged, onChanged, onWritten }) {
  const accept = async (answer, accepted) => {
    const path = `/api/content/posts/${question.id}/accepted-answer`;
    try {
      await (accepted ? api.delete(path) : api.put(path, { answerId: answer.id }));
      onQuestionChanged({ acceptedAnswerId: accepted ? undefined : answer.id });
      toast(t(accepted ? 'answers.unaccepted' : 'answers.accepted'));
      onChanged();
    } catch (problem) {
      toast(messageOf(problem), 'bad');
    }
  };
  return html`<section class="section" aria-labelledby="answers-title">
    <h2 id="answers-title">${t('answers.title', { n: answers.length })}</h2>
    ${answers.map(
      (answer) => html`<${Answer}
        key=${answer.id}
        answer=${answer}
        accepted=${question.acceptedAnswerId === answer.id}
        mayAccept=${isMe(question.author.id) && answer.status === 'PUBLISHED'}
        onAccept=${accept}
        discussion=${discussion}
        onChanged=${onChanged}
      />`,
    )}
    <${AnswerForm} questionId=${question.id} onWritten=${onWritten} />
  </section>`;
}

function Answer({ answer, accepted, mayAccept, onAccept, discussion, onChanged }) {
  return html`<article
    class="card post answer ${accepted ? 'answer-accepted' : ''}"
    id="answer-${answer.id}"
    tabindex="-1"
    aria-label=${t('answers.by', { name: nameOf(answer.author) })}
    data-testid="answer"
    data-answer-id=${answer.id}
    data-status=${answer.status}
  >
    ${accepted
      ? html`<p class="accepted-mark" data-testid="accepted-mark"><${Icon} name="accept" size=${18} />${t('answers.isAccepted')}</p>`
      : null}
    <${Byline} content=${answer} />
    <${StatusBanner} content=${answer} onChanged=${onChanged} />
    <div class="prose" dangerouslySetInnerHTML=${{ __html: answer.html }}></div>
    <${PostActions} post=${answer} reactions=${discussion.reactions} onChanged=${onChanged}>
      ${mayAccept
        ? html`<button
            type="button"
            class="button ${accepted ? 'is-on' : ''}"
            aria-pressed=${String(accepted)}
            data-testid="accept"
            onClick=${() => onAccept(answer, accepted)}
          >
            <${Icon} name="accept" size=${18} />${t(accepted ? 'answers.unaccept' : 'answers.accept')}
          </button>`
        : null}
    <//>
    <${Comments} postId=${answer.id} ...${discussion} />
  </article>`;
}

function AnswerForm({ questionId, onWritten }) {
  const [text, setText] = useState('');
  const { submit, busy, problem } = useSubmission((body, idempotencyKey) =>
    api.post(`/api/content/posts/${questionId}/answers`, body, { idempotencyKey }),
  );
  const send = (event) => {
    event?.preventDefault();
    asMember(async () => {
      const answer = await submit({ text });
      if (!answer) return;
      setText('');
      onWritten(answer);
      toast(t('answers.sent'));
    });
  };
  return html`<form class="card form-card" onSubmit=${send} data-testid="answer-form">
    <${FormProblem} problem=${problem} fields=${['text']} />
    <${Field} id="answer-text" label=${t('answers.yours')} hint=${t('answers.hint')} error=${fieldError(problem, 'text')}>
      ${(attributes) => html`<${MarkdownEditor}
        value=${text}
        onChange=${setText}
        attributes=${attributes}
        testId="answer-text"
        onSubmit=${send}
      />`}
    <//>
    <div class="form-actions">
      <button type="submit" class="button button-primary" disabled=${busy || !text.trim()} data-testid="answer-send">
        ${t('answers.send')}
      </button>
    </div>
  </form>`;
}
