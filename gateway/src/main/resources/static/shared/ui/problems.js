// A refusal in words: the whole of it, or what concerns one field.
import { isKnown, t } from '../../i18n/index.js';
import { html, useEffect, useRef } from '../view.js';
import { Icon } from './icon.js';

/** The console's own words for a well-known rule, else the server's, which name the field and the rule too. */
function describe(error) {
  const specific = `problem.${error.field}.${error.rule}`;
  if (isKnown(specific)) return t(specific);
  return isKnown(`problem.rule.${error.rule}`) ? t(`problem.rule.${error.rule}`) : error.message;
}

export function messageOf(problem) {
  if (problem.isUnreachable) return t('problem.unreachable');
  if (problem.isStale) return t('problem.stale');
  if (problem.status === 401) return t('problem.signedOut');
  if (problem.status === 429) return t('problem.tooMany');
  if (problem.status === 403 && !problem.errors.length) return t('problem.forbidden');
  if (problem.status === 404) return t('problem.notFound');
  if (problem.errors?.length) return problem.errors.map(describe).join(' ');
  return problem.status ? problem.message : t('problem.unexpected');
}

/** What is wrong with a field; a list's entries, such as `topics[1]`, belong to their list. */
export function fieldError(problem, field) {
  const errors = (problem?.errors ?? []).filter(
    (error) => error.field === field || error.field.startsWith(`${field}[`) || error.field.startsWith(`${field}.`),
  );
  return errors.length ? errors.map(describe).join(' ') : undefined;
}

/** Shown above a form. Errors that belong to one of its fields stand there; the others are told here. */
export function FormProblem({ problem, fields = [] }) {
  const box = useRef();
  useEffect(() => {
    if (!problem) return;
    const firstInvalid = box.current?.closest('form')?.querySelector('[aria-invalid="true"]');
    (firstInvalid ?? box.current)?.focus();
  }, [problem]);
  if (!problem) return null;
  const atFields = fields.some((field) => fieldError(problem, field));
  const elsewhere = (problem.errors ?? []).filter((error) => !fields.some((field) => fieldError({ errors: [error] }, field)));
  const text = atFields ? [t('problem.seeFields'), ...elsewhere.map(describe)].join(' ') : messageOf(problem);
  return html`<div class="notice notice-bad" role="alert" tabindex="-1" ref=${box} data-testid="form-problem">
    <${Icon} name="alert" />
    <div>
      <p>${text}</p>
      ${problem.status >= 500 && problem.correlationId
        ? html`<p class="muted small">${t('problem.correlation', { id: problem.correlationId })}</p>`
        : null}
    </div>
  </div>`;
}

/** In place of what could not be loaded. */
export function LoadProblem({ problem, retry }) {
  return html`<div class="notice notice-bad" role="alert" data-testid="load-problem">
    <${Icon} name="alert" />
    <div class="grow"><p>${messageOf(problem)}</p></div>
    ${retry && problem.status !== 404 && problem.status !== 403
      ? html`<button type="button" class="button" onClick=${retry}>${t('action.retry')}</button>`
      : null}
  </div>`;
}
