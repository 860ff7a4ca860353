// The name by which others see the member, and changing it.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { useSubmission } from '../shared/submission.js';
import { toast } from '../shared/ui/announcer.js';
import { Dialog } from '../shared/ui/dialog.js';
import { Field } from '../shared/ui/field.js';
import { Icon } from '../shared/ui/icon.js';
import { fieldError, FormProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';

export function DisplayName() {
  const { data, change } = useResource(() => api.get('/api/engagement/members/me'), []);
  const [editing, setEditing] = useState(false);
  if (!data) return null;
  const close = () => setEditing(false);
  return html`<div class="title-actions">
    <span class="muted">${t('me.shownAs')} <strong data-testid="display-name">${data.displayName}</strong></span>
    <button type="button" class="icon-button" aria-label=${t('me.rename')} title=${t('me.rename')} onClick=${() => setEditing(true)}>
      <${Icon} name="edit" size=${18} />
    </button>
    ${editing
      ? html`<${RenameDialog}
          member=${data}
          onClose=${close}
          onRenamed=${(member) => {
            change(() => member);
            close();
          }}
        />`
      : null}
  </div>`;
}

function RenameDialog({ member, onRenamed, onClose }) {
  const [displayName, setDisplayName] = useState(member.displayName);
  const { submit, busy, problem } = useSubmission((body) => api.put('/api/engagement/members/me', body));
  const save = async (event) => {
    event.preventDefault();
    const renamed = await submit({ displayName: displayName.trim() });
    if (!renamed) return;
    toast(t('me.renamed'));
    onRenamed(renamed);
  };
  return html`<${Dialog} title=${t('me.rename')} onClose=${onClose} testId="rename-dialog">
    <form onSubmit=${save} noValidate>
      <${FormProblem} problem=${problem} fields=${['displayName']} />
      <${Field} id="rename" label=${t('me.displayName')} hint=${t('me.displayName.hint')} error=${fieldError(problem, 'displayName')}>
        ${(attributes) =>
          html`<input
            ...${attributes}
            type="text"
            autocomplete="name"
            value=${displayName}
            onInput=${(event) => setDisplayName(event.currentTarget.value)}
          />`}
      <//>
      <div class="form-actions">
        <button type="submit" class="button button-primary" disabled=${busy || !displayName.trim()}>${t('action.save')}</button>
        <button type="button" class="button" onClick=${onClose}>${t('action.cancel')}</button>
      </div>
    </form>
  <//>`;
}
