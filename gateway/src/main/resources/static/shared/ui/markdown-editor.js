// A textarea for Markdown with the few marks people reach for; Ctrl or Command with B, I and K work as well.
import { t } from '../../i18n/index.js';
import { html, useRef } from '../view.js';
import { Icon } from './icon.js';

const MARKS = [
  { name: 'bold', before: '**', after: '**', key: 'b' },
  { name: 'italic', before: '_', after: '_', key: 'i' },
  { name: 'link', before: '[', after: '](https://)', key: 'k' },
  { name: 'code', before: '`', after: '`' },
  { name: 'quote', line: '> ' },
  { name: 'list', line: '- ' },
];

function apply(textarea, mark) {
  const { selectionStart: from, selectionEnd: to, value } = textarea;
  const chosen = value.slice(from, to);
  const replacement = mark.line
    ? (chosen || t(`editor.${mark.name}`)).replace(/^/gm, mark.line)
    : mark.before + (chosen || t(`editor.${mark.name}`)) + mark.after;
  textarea.setRangeText(replacement, from, to, 'end');
  if (!mark.line && !chosen) {
    textarea.setSelectionRange(from + mark.before.length, from + replacement.length - mark.after.length);
  }
  textarea.focus();
  textarea.dispatchEvent(new Event('input', { bubbles: true }));
}

/** @param attributes of the textarea, as a Field hands them over */
export function MarkdownEditor({ value, onChange, rows = 6, attributes = {}, testId, placeholder, onSubmit }) {
  const textarea = useRef();
  const onKeyDown = (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === 'Enter' && onSubmit) {
      event.preventDefault();
      onSubmit();
    }
    const mark = MARKS.find((each) => each.key === event.key.toLowerCase());
    if (!mark) return;
    event.preventDefault();
    apply(textarea.current, mark);
  };
  return html`<div class="editor">
    <div class="editor-bar" role="group" aria-label=${t('editor.marks')}>
      ${MARKS.map(
        (mark) => html`<button
          key=${mark.name}
          type="button"
          class="icon-button small"
          aria-label=${t(`editor.${mark.name}`)}
          title=${t(`editor.${mark.name}`)}
          onClick=${() => apply(textarea.current, mark)}
        >
          <${Icon} name=${mark.name} size=${17} />
        </button>`,
      )}
      <span class="editor-note">${t('editor.markdown')}</span>
    </div>
    <textarea
      ...${attributes}
      ref=${textarea}
      rows=${rows}
      placeholder=${placeholder}
      value=${value}
      data-testid=${testId}
      onInput=${(event) => onChange(event.currentTarget.value)}
      onKeyDown=${onKeyDown}
    ></textarea>
  </div>`;
}
