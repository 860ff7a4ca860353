// A case on a page of its own, to link to.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { Loading, usePageTitle } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html } from '../shared/view.js';
import { useCaseActions } from './case-actions.js';
import { CaseView } from './case-view.js';

export default function CasePage({ id }) {
  const { data, error, reload, change } = useResource(() => api.get(`/api/moderation/cases/${id}`), [id]);
  const actions = useCaseActions(data, (changed) => change(() => changed));
  usePageTitle(t('moderation.case'));
  if (error) return html`<${LoadProblem} problem=${error} retry=${reload} />`;
  if (!data) return html`<${Loading} lines=${2} />`;
  return html`<div class="page">
    <p><a href="#/moderation">← ${t('moderation.title')}</a></p>
    <div class="card"><${CaseView} openCase=${data} actions=${actions} headingLevel="h1" /></div>
  </div>`;
}
