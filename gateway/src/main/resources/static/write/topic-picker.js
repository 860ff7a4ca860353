// Chooses up to five topics: an editable combobox with a list of suggestions, and the chosen ones as removable chips.
import { t } from '../i18n/index.js';
import { announce } from '../shared/ui/announcer.js';
import { Icon } from '../shared/ui/icon.js';
import { html, useEffect, useState } from '../shared/view.js';
import { useTopics } from '../shared/topics.js';

const MOST = 5;
const SUGGESTED = 8;

export function TopicPicker({ chosen, onChange, attributes }) {
  const { items } = useTopics();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [entered, setEntered] = useState(false);

  const nameOf = (slug) => items.find((topic) => topic.slug === slug)?.name ?? slug;
  const wanted = text.trim().toLowerCase();
  const suggestions = items
    .filter((topic) => !chosen.includes(topic.slug) && `${topic.slug} ${topic.name}`.toLowerCase().includes(wanted))
    .sort((one, other) => Number(other.slug.startsWith(wanted)) - Number(one.slug.startsWith(wanted)) || (other.posts ?? 0) - (one.posts ?? 0))
    .slice(0, SUGGESTED);
  const full = chosen.length >= MOST;
  const listed = open && !full && suggestions.length > 0;

  const add = (topic) => {
    onChange([...chosen, topic.slug]);
    setText('');
    setActive(0);
    announce(t('write.topicAdded', { name: topic.name }));
  };
  // Whoever types fast has pressed Enter before the topics are there, and is on the next field when they come.
  useEffect(() => {
    if (!entered || full || !suggestions.length) return;
    setEntered(false);
    add(suggestions[active]);
  });
  const remove = (slug) => {
    setEntered(false);
    onChange(chosen.filter((each) => each !== slug));
    announce(t('write.topicRemoved', { name: nameOf(slug) }));
  };
  const onKeyDown = (event) => {
    if (event.key === 'Backspace' && !text && chosen.length) remove(chosen.at(-1));
    if (event.key === 'Escape' && open) setOpen(false);
    if (event.key === 'Enter') {
      event.preventDefault();
      setEntered(!full && (listed || event.currentTarget.value.trim() !== ''));
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (suggestions.length) {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setActive((active + step + suggestions.length) % suggestions.length);
      }
    }
  };

  return html`<div class="picker" onFocusOut=${(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
    <div class="picker-box">
      ${chosen.map(
        (slug) => html`<span class="chip chip-chosen" key=${slug} data-testid="chosen-topic">
          ${nameOf(slug)}
          <button type="button" aria-label=${t('write.removeTopic', { name: nameOf(slug) })} onClick=${() => remove(slug)}>
            <${Icon} name="close" size=${14} />
          </button>
        </span>`,
      )}
      <input
        ...${attributes}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded=${String(listed)}
        aria-controls="topic-suggestions"
        aria-autocomplete="list"
        aria-activedescendant=${listed ? `topic-suggestion-${active}` : undefined}
        placeholder=${full ? t('write.topicsFull') : t('write.topicsPlaceholder')}
        value=${text}
        data-testid="topics"
        onInput=${(event) => {
          setText(event.currentTarget.value);
          setEntered(false);
          setOpen(true);
          setActive(0);
        }}
        onFocus=${() => setOpen(true)}
        onClick=${() => setOpen(true)}
        onKeyDown=${onKeyDown}
      />
    </div>
    <ul class="picker-list" id="topic-suggestions" role="listbox" aria-label=${t('write.topics')} hidden=${!listed}>
      ${suggestions.map(
        (topic, at) => html`<li
          key=${topic.slug}
          id="topic-suggestion-${at}"
          role="option"
          aria-selected=${String(at === active)}
          data-testid="topic-suggestion"
          onMouseDown=${(event) => {
            event.preventDefault();
            add(topic);
          }}
        >
          <strong>${topic.name}</strong>
          ${topic.description ? html`<span class="muted">${topic.description}</span>` : null}
        </li>`,
      )}
    </ul>
  </div>`;
}
