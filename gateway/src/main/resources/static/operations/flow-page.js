// The suite at work: how fast events flow, what waits, what failed, and whether the books balance.
import { duration, number, t } from '../i18n/index.js';
import { places } from '../shared/features.js';
import { Icon } from '../shared/ui/icon.js';
import { PageTitle, Tabs } from '../shared/ui/pieces.js';
import { html, useState } from '../shared/view.js';
import { DeadLetters } from './dead-letters.js';
import { RateChart } from './rate-chart.js';
import { MINUTES_KEPT, SAMPLES_KEPT, SERVICES, useFlow } from './services.js';

const AILING = new Set(['STUCK', 'STOPPED']);

export default function FlowPage() {
  const [paused, setPaused] = useState(false);
  const [flow, takeSample] = useFlow(paused);
  const latest = Object.fromEntries(SERVICES.map((service) => [service, flow[service]?.at(-1)]));
  const sum = (figure) => SERVICES.reduce((total, service) => total + (latest[service]?.flow?.[figure] ?? 0), 0);
  const total = (counter) => SERVICES.reduce((all, service) => all + (latest[service]?.[counter] ?? 0), 0);
  const down = SERVICES.filter((service) => latest[service]?.problem);
  const ailing = SERVICES.flatMap((service) => latest[service]?.flow?.consumers ?? []).filter(({ state }) => AILING.has(state));
  const imbalance = latest.rewards?.flow?.ledgerImbalance;

  return html`<div class="page page-wide">
    <${PageTitle} text=${t('operations.title')}>
      <button type="button" class="button" aria-pressed=${String(paused)} data-testid="pause" onClick=${() => setPaused(!paused)}>
        <${Icon} name=${paused ? 'play' : 'pause'} size=${18} />${t(paused ? 'flow.resume' : 'flow.pause')}
      </button>
    <//>
    <${Tabs} label=${t('operations.sections')} tabs=${places('operations')} current="/operations" />
    <div role="status">
      ${down.length
        ? html`<div class="notice notice-bad" data-testid="services-down">
            <${Icon} name="alert" />
            <p>${t('flow.down', { services: down.map((service) => t(`service.${service}`)).join(', ') })}</p>
          </div>`
        : null}
      ${ailing.length
        ? html`<div class="notice notice-bad" data-testid="consumers-ailing">
            <${Icon} name="alert" />
            <p>${t('flow.ailing', { consumers: ailing.map(({ name, reason }) => `${name} (${reason})`).join('; ') })}</p>
          </div>`
        : null}
    </div>
    <dl class="tiles">
      <${Tile} name="handled" label=${t('flow.handledRate')} value=${number(total('handled'), { maximumFractionDigits: 1 })} />
      <${Tile} name="lag" label=${t('flow.lag')} value=${number(sum('consumerLag'))} warn=${sum('consumerLag') > 1000} />
      <${Tile} name="outbox" label=${t('flow.outbox')} value=${number(sum('outboxPending'))} />
      <${Tile} name="dead" label=${t('flow.deadLetters')} value=${number(sum('deadLetters'))} warn=${sum('deadLetters') > 0} />
      <${Tile}
        name="imbalance"
        label=${t('flow.imbalance')}
        value=${imbalance === undefined ? '–' : number(imbalance)}
        warn=${Boolean(imbalance)}
      />
    </dl>
    <section class="card chart-card" aria-labelledby="chart-title">
      <h2 id="chart-title">${t('flow.chart')}</h2>
      <${RateChart}
        label=${t('flow.chartLabel')}
        samples=${SAMPLES_KEPT}
        minutes=${MINUTES_KEPT}
        series=${SERVICES.map((service) => ({
          name: service,
          label: t(`service.${service}`),
          values: (flow[service] ?? []).map(({ handled, delivered }) =>
            handled === undefined && delivered === undefined ? undefined : (handled ?? 0) + (delivered ?? 0),
          ),
        }))}
      />
    </section>
    <section class="section" aria-labelledby="services-title">
      <h2 id="services-title">${t('flow.services')}</h2>
      <div class="table-scroll card" tabindex="0" role="group" aria-labelledby="services-title">
        <table data-testid="services">
          <thead>
            <tr>
              <th scope="col">${t('flow.service')}</th>
              ${['delivered', 'handled', 'lag', 'outbox', 'oldest', 'deadLetters'].map(
                (column) => html`<th key=${column} scope="col" class="numeric">${t(`flow.${column}`)}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${SERVICES.map((service) => html`<${ServiceRow} key=${service} service=${service} latest=${latest[service]} />`)}
          </tbody>
        </table>
      </div>
    </section>
    <${DeadLetters} latest=${latest} onChanged=${takeSample} />
  </div>`;
}

function Tile({ name, label, value, warn = false }) {
  return html`<div class="card tile ${warn ? 'tile-warn' : ''}" data-testid="tile-${name}">
    <dt>${label}</dt>
    <dd>${warn ? html`<${Icon} name="alert" size=${20} />` : null}${value}</dd>
  </div>`;
}

function ServiceRow({ service, latest }) {
  const flow = latest?.flow;
  const figure = (value, show = number) => (value === undefined ? '–' : show(value));
  const perSecond = (value) => figure(value, (rate) => number(rate, { maximumFractionDigits: 1 }));
  return html`<tr data-testid="service-${service}">
    <th scope="row">
      <span class="health ${flow ? 'health-up' : latest ? 'health-down' : ''}" aria-hidden="true"></span>${t(`service.${service}`)}
      <span class="visually-hidden">${t(flow ? 'flow.up' : latest ? 'flow.isDown' : 'loading')}</span>
    </th>
    <td class="numeric">${perSecond(latest?.delivered)}</td>
    <td class="numeric">${perSecond(latest?.handled)}</td>
    <td class="numeric">${figure(flow?.consumerLag)}</td>
    <td class="numeric">${figure(flow?.outboxPending)}</td>
    <td class="numeric">${figure(flow?.outboxOldestSeconds, duration)}</td>
    <td class="numeric">${figure(flow?.deadLetters)}</td>
  </tr>`;
}
