// What operators did, in every service, the latest first.
import { dateTime, t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { places } from '../shared/features.js';
import { usePages } from '../shared/loading.js';
import { MemberName } from '../shared/member-name.js';
import { Empty, Loading, MoreButton, PageTitle, Tabs } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';
import { SERVICES } from './services.js';

const PATHS = { gateway: '/identity/acts', ...Object.fromEntries(SERVICES.map((service) => [service, `/api/${service}/operations/acts`])) };

export default function ActsPage() {
  const [service, setService] = useState('gateway');
  return html`<div class="page page-wide">
    <${PageTitle} text=${t('acts.title')} />
    <${Tabs} label=${t('operations.sections')} tabs=${places('operations')} current="/operations/acts" />
    <div class="field">
      <label for="acts-of">${t('acts.of')}</label>
      <select id="acts-of" value=${service} data-testid="acts-of" onChange=${(event) => setService(event.currentTarget.value)}>
        ${Object.keys(PATHS).map((each) => html`<option key=${each} value=${each}>${t(`service.${each}`)}</option>`)}
      </select>
    </div>
    <${Acts} key=${service} service=${service} />
  </div>`;
}

function Acts({ service }) {
  const pages = usePages(`acts:${service}`, (cursor) => api.get(PATHS[service], { cursor }));
  if (!pages.loading && !pages.error && !pages.items.length) return html`<${Empty} icon="list" title=${t('acts.none')} />`;
  return html`${pages.error ? html`<${LoadProblem} problem=${pages.error} retry=${pages.reload} />` : null}
    ${pages.loading && !pages.items.length ? html`<${Loading} />` : null}
    ${pages.items.length
      ? html`<div class="table-scroll card" tabindex="0" role="group" aria-label=${t('acts.title')}>
          <table data-testid="acts-table">
            <thead>
              <tr>
                <th scope="col">${t('acts.at')}</th>
                <th scope="col">${t('acts.by')}</th>
                <th scope="col">${t('acts.act')}</th>
                <th scope="col">${t('acts.said')}</th>
                <th scope="col" class="numeric">${t('acts.status')}</th>
              </tr>
            </thead>
            <tbody>
              ${pages.items.map(
                (act) => html`<tr key=${act.id}>
                  <td>${dateTime(act.at)}</td>
                  <td>${act.by ? html`<${MemberName} id=${act.by} />` : null}</td>
                  <td><code>${act.act}</code></td>
                  <td class="act-said"><code>${act.said}</code></td>
                  <td class="numeric">${act.status ?? t('acts.unfinished')}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>`
      : null}
    <${MoreButton} pages=${pages} />`;
}
