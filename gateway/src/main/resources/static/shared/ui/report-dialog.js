// Reports a post or a comment to the moderators.
import { t, tKnown } from '../../i18n/index.js';
import { api } from '../api.js';
import { useSubmission } from '../submission.js';
import { toast } from './announcer.js';
import { Dialog } from './dialog.js';
import { Field } from './field.js';
import { fieldError, FormProblem } from './problems.js';
import { html, useState } from '../view.js';

const CATEGORIES = ['SPAM', 'HARASSMENT', 'HATE', 'SEXUAL', 'VIOLENCE', 'OFF_TOPIC', 'OTHER'];

export function ReportDialog({ targetType, targetId, onClose }) {
  const [category, setCategory] = useState('SPAM');
  const [note, setNote] = useState('');
  const { submit, busy, problem } = useSubmission((report, idempotencyKey) =>
    api.post('/api/moderation/reports', report, { idempotencyKey }),
  );
  const send = async (event) => {
    event.preventDefault();
    if (await submit({ targetType, targetId, category, note: note.trim() || undefined })) {
      toast(t('report.sent'));
      onClose();
    }
  };
  return html`<${Dialog} title=${t('report.title')} onClose=${onClose} testId="report-dialog">
    <form onSubmit=${send}>
      <${FormProblem} problem=${problem} fields=${['category', 'note']} />
      <fieldset class="choices">
        <legend>${t('report.category')}</legend>
        ${CATEGORIES.map(
          (each) => html`<label key=${each} class="choice">
            <input
              type="radio"
              name="category"
              value=${each}
              checked=${category === each}
              data-testid="category-${each}"
              onChange=${() => setCategory(each)}
            />
            <span><strong>${tKnown('category', each)}</strong><span class="muted">${t(`category.${each}.text`)}</span></span>
          </label>`,
        )}
      </fieldset>
      <${Field} id="report-note" label=${t('report.note')} optional=${t('field.optional')} error=${fieldError(problem, 'note')}>
        ${(attributes) =>
          html`<textarea
            ...${attributes}
            rows="3"
            value=${note}
            onInput=${(event) => setNote(event.currentTarget.value)}
          ></textarea>`}
      <//>
      <div class="form-actions">
        <button type="submit" class="button button-primary" disabled=${busy} data-testid="report-send">${t('report.send')}</button>
        <button type="button" class="button" onClick=${onClose}>${t('action.cancel')}</button>
      </div>
    </form>
  <//>`;
}
