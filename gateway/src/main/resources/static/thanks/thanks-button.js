// Thanks the author of a post, an answer or a comment with a word, says it otherwise, or takes it back.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { isMe } from '../shared/session.js';
import { useSubmission } from '../shared/submission.js';
import { toast } from '../shared/ui/announcer.js';
import { Dialog } from '../shared/ui/dialog.js';
import { Field } from '../shared/ui/field.js';
import { Loading } from '../shared/ui/pieces.js';
import { fieldError, FormProblem, LoadProblem, messageOf } from '../shared/ui/problems.js';
import { asMember } from '../shared/ui/sign-in-prompt.js';
import { html, useState } from '../shared/view.js';

const LONGEST = 500;

export function ThanksButton({ targetType, content }) {
  const [open, setOpen] = useState(false);
  if (isMe(content.author.id)) return null;
  return html`<button type="button" class="text-button" data-testid="thank" onClick=${() => asMember(() => setOpen(true))}>${t('thanks.give')}</button>
    ${open ? html`<${ThanksDialog} targetType=${targetType} content=${content} onClose=${() => setOpen(false)} />` : null}`;
}

function ThanksDialog({ targetType, content, onClose }) {
  const path = `/api/engagement/thanks/${targetType}/${content.id}`;
  const said = useResource(() => api.get(path).catch(noneYet), [path]);
  return html`<${Dialog} title=${t('thanks.title', { name: content.author.name ?? t('member.somebody') })} onClose=${onClose} testId="thanks-dialog">
    ${said.error ? html`<${LoadProblem} problem=${said.error} retry=${said.reload} />` : null}
    ${said.data ? html`<${ThanksForm} path=${path} said=${said.data} onClose=${onClose} />` : said.error ? null : html`<${Loading} lines=${1} />`}
  <//>`;
}

function noneYet(problem) {
  if (problem.status !== 404) throw problem;
  return {};
}

function ThanksForm({ path, said, onClose }) {
  const [word, setWord] = useState(said.word ?? '');
  const { submit, busy, problem } = useSubmission((body) => api.put(path, body));
  const send = async (event) => {
    event.preventDefault();
    if (await submit({ word: word.trim() })) {
      toast(t('thanks.sent'));
      onClose();
    }
  };
  const takeBack = async () => {
    try {
      await api.delete(path);
      toast(t('thanks.takenBack'));
      onClose();
    } catch (refused) {
      toast(messageOf(refused), 'bad');
    }
  };
  return html`<form onSubmit=${send} noValidate>
    <${FormProblem} problem=${problem} fields=${['word']} />
    <${Field} id="thanks-word" label=${t('thanks.word')} hint=${t('thanks.hint')} error=${fieldError(problem, 'word')}>
      ${(attributes) =>
        html`<textarea
          ...${attributes}
          rows="3"
          maxlength=${LONGEST}
          value=${word}
          onInput=${(event) => setWord(event.currentTarget.value)}
        ></textarea>`}
    <//>
    ${said.word ? html`<p class="muted small">${t('thanks.forGood')}</p>` : null}
    <div class="form-actions">
      <button type="submit" class="button button-primary" disabled=${busy || !word.trim()} data-testid="thanks-send">${t('thanks.send')}</button>
      <button type="button" class="button" onClick=${onClose}>${t('action.cancel')}</button>
      ${said.word
        ? html`<button type="button" class="button button-danger" data-testid="thanks-take-back" onClick=${takeBack}>${t('thanks.takeBack')}</button>`
        : null}
    </div>
  </form>`;
}
