// Names the rule and explains the decision to the author, who is shown both.
import { t, tKnown } from '../i18n/index.js';
import { Dialog } from '../shared/ui/dialog.js';
import { Field } from '../shared/ui/field.js';
import { fieldError, FormProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';
import { RULES } from './decisions.js';

/** The rule that most of the reports name, so that the usual case needs no choice. */
function likelyRule(openCase) {
  const named = (openCase.reports ?? []).map((report) => report.category.toLowerCase().replace('_', '-'));
  return RULES.find((rule) => named.includes(rule)) ?? RULES[0];
}

export function DecisionDialog({ openCase, action, submission, onDecide, onClose }) {
  const [rule, setRule] = useState(() => likelyRule(openCase));
  const [explanation, setExplanation] = useState('');
  const send = (event) => {
    event.preventDefault();
    onDecide({ action, rule, explanation: explanation.trim() });
  };
  return html`<${Dialog} title=${t(`decision.${action}.title`)} onClose=${onClose} testId="decision-dialog">
    <form onSubmit=${send}>
      <${FormProblem} problem=${submission.problem} fields=${['rule', 'explanation']} />
      <${Field} id="decision-rule" label=${t('decision.rule')} error=${fieldError(submission.problem, 'rule')}>
        ${(attributes) =>
          html`<select ...${attributes} value=${rule} data-testid="decision-rule" onChange=${(event) => setRule(event.currentTarget.value)}>
            ${RULES.map((each) => html`<option key=${each} value=${each}>${tKnown('rule', each)}</option>`)}
          </select>`}
      <//>
      <${Field}
        id="decision-explanation"
        label=${t('decision.explanation')}
        hint=${t('decision.explanationHint')}
        error=${fieldError(submission.problem, 'explanation')}
      >
        ${(attributes) =>
          html`<textarea
            ...${attributes}
            rows="4"
            required
            value=${explanation}
            data-testid="decision-explanation"
            onInput=${(event) => setExplanation(event.currentTarget.value)}
          ></textarea>`}
      <//>
      <div class="form-actions">
        <button
          type="submit"
          class="button ${action === 'REMOVE' ? 'button-danger' : 'button-primary'}"
          disabled=${submission.busy || !explanation.trim()}
          data-testid="decision-send"
        >
          ${t(`decision.${action}`)}
        </button>
        <button type="button" class="button" onClick=${onClose}>${t('action.cancel')}</button>
      </div>
    </form>
  <//>`;
}
