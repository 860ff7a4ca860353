// Topics as operators see them: adding one, or changing its name and description.
import { number, t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { places } from '../shared/features.js';
import { useSubmission } from '../shared/submission.js';
import { loadTopics, useTopics } from '../shared/topics.js';
import { toast } from '../shared/ui/announcer.js';
import { Dialog } from '../shared/ui/dialog.js';
import { Field } from '../shared/ui/field.js';
import { Icon } from '../shared/ui/icon.js';
import { Empty, Loading, PageTitle, Tabs } from '../shared/ui/pieces.js';
import { fieldError, FormProblem, LoadProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';

export default function TopicsAdministrationPage() {
  const { items, loading, error } = useTopics();
  const [edited, setEdited] = useState();
  return html`<div class="page page-wide">
    <${PageTitle} text=${t('operations.topics')}>
      <button type="button" class="button button-primary" data-testid="new-topic" onClick=${() => setEdited({})}>
        <${Icon} name="plus" size=${18} />${t('topicForm.new')}
      </button>
    <//>
    <${Tabs} label=${t('operations.sections')} tabs=${places('operations')} current="/operations/topics" />
    ${loading ? html`<${Loading} />` : null} ${error ? html`<${LoadProblem} problem=${error} retry=${loadTopics} />` : null}
    ${!loading && !error && !items.length ? html`<${Empty} icon="tag" title=${t('topicForm.none')} text=${t('topicForm.noneText')} />` : null}
    ${items.length
      ? html`<div class="table-scroll card" tabindex="0" role="group" aria-label=${t('operations.topics')}>
          <table data-testid="topics-table">
            <thead>
              <tr>
                <th scope="col">${t('topicForm.slug')}</th>
                <th scope="col">${t('topicForm.name')}</th>
                <th scope="col">${t('topicForm.description')}</th>
                <th scope="col" class="numeric">${t('topicForm.posts')}</th>
                <th scope="col"><span class="visually-hidden">${t('flow.actions')}</span></th>
              </tr>
            </thead>
            <tbody>
              ${items.map(
                (topic) => html`<tr key=${topic.slug}>
                  <th scope="row"><code>${topic.slug}</code></th>
                  <td>${topic.name}</td>
                  <td class="muted">${topic.description}</td>
                  <td class="numeric">${number(topic.posts ?? 0)}</td>
                  <td class="numeric">
                    <button type="button" class="button small" aria-label=${t('topicForm.editOf', { name: topic.name })} onClick=${() => setEdited(topic)}>
                      ${t('action.edit')}
                    </button>
                  </td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`
      : null}
    ${edited ? html`<${TopicDialog} topic=${edited} onClose=${() => setEdited(undefined)} />` : null}
  </div>`;
}

function TopicDialog({ topic, onClose }) {
  const isNew = !topic.slug;
  const [fields, setFields] = useState({ slug: topic.slug ?? '', name: topic.name ?? '', description: topic.description ?? '' });
  const { submit, busy, problem } = useSubmission(({ slug, name, description }) =>
    api.put(`/api/content/topics/${encodeURIComponent(slug)}`, { name, description }),
  );
  const save = async (event) => {
    event.preventDefault();
    if (!(await submit({ ...fields, slug: fields.slug.trim().toLowerCase() }))) return;
    toast(t('topicForm.saved'));
    loadTopics();
    onClose();
  };
  const control = (name, Tag, extra = {}) => html`<${Field}
    id="topic-${name}"
    label=${t(`topicForm.${name}`)}
    hint=${name === 'slug' ? t('topicForm.slugHint') : undefined}
    error=${fieldError(problem, name)}
  >
    ${(attributes) =>
      html`<${Tag}
        ...${attributes}
        ...${extra}
        value=${fields[name]}
        data-testid="topic-${name}"
        onInput=${(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
      />`}
  <//>`;
  return html`<${Dialog} title=${t(isNew ? 'topicForm.new' : 'topicForm.edit')} onClose=${onClose} testId="topic-dialog">
    <form onSubmit=${save} noValidate>
      <${FormProblem} problem=${problem} fields=${['slug', 'name', 'description']} />
      ${isNew ? control('slug', 'input', { type: 'text', maxlength: 50, autocapitalize: 'none' }) : null}
      ${control('name', 'input', { type: 'text' })} ${control('description', 'textarea', { rows: 3 })}
      <div class="form-actions">
        <button type="submit" class="button button-primary" disabled=${busy || !fields.slug.trim()} data-testid="topic-save">
          ${t('action.save')}
        </button>
        <button type="button" class="button" onClick=${onClose}>${t('action.cancel')}</button>
      </div>
    </form>
  <//>`;
}
