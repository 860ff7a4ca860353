// In place of a form that a letter's link led to, when that link is of no use: why, and where to go on.
import { href } from '../shared/router.js';
import { fieldError, FormProblem } from '../shared/ui/problems.js';
import { html } from '../shared/view.js';

/** Whether it is the link that was refused; sending the form again would not help then. */
export function isLinkRefused(problem) {
  return Boolean(fieldError(problem, 'secret'));
}

export function RefusedLink({ problem, to, text }) {
  return html`<div class="card form-card" data-testid="link-refused">
    <${FormProblem} problem=${problem} />
    <div class="form-actions">
      <a class="button button-primary" href=${href(to)} data-testid="lead-on">${text}</a>
    </div>
  </div>`;
}
