// The fields that writing and editing a post share.
import { t } from '../i18n/index.js';
import { Field } from '../shared/ui/field.js';
import { MarkdownEditor } from '../shared/ui/markdown-editor.js';
import { fieldError } from '../shared/ui/problems.js';
import { html } from '../shared/view.js';
import { TopicPicker } from './topic-picker.js';

export function PostFields({ post, onChange, problem, withTitle = true }) {
  // From what the post is by then: who types fast is in the next field before this one has been drawn.
  const set = (field) => (value) => onChange((now) => ({ ...now, [field]: value }));
  return html`
    ${withTitle
      ? html`<${Field} id="title" label=${t('write.title')} hint=${t('write.titleHint')} error=${fieldError(problem, 'title')}>
            ${(attributes) =>
              html`<input
                ...${attributes}
                type="text"
                required
                value=${post.title}
                data-testid="title"
                onInput=${(event) => set('title')(event.currentTarget.value)}
              />`}
          <//>
          <${Field} id="topics" label=${t('write.topics')} hint=${t('write.topicsHint')} error=${fieldError(problem, 'topics')}>
            ${(attributes) => html`<${TopicPicker} chosen=${post.topics} onChange=${set('topics')} attributes=${attributes} />`}
          <//>`
      : null}
    <${Field} id="text" label=${t('write.text')} error=${fieldError(problem, 'text')}>
      ${(attributes) =>
        html`<${MarkdownEditor}
          value=${post.text}
          onChange=${set('text')}
          rows=${14}
          attributes=${{ ...attributes, required: true }}
          testId="text"
        />`}
    <//>
  `;
}
