// Events that a consumer could not process: how far each consumer is, the letters themselves, and giving them to it again.
import { dateTime, duration, number, t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { toast } from '../shared/ui/announcer.js';
import { Dialog } from '../shared/ui/dialog.js';
import { Dot, Loading } from '../shared/ui/pieces.js';
import { LoadProblem, messageOf } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';
import { SERVICES } from './services.js';

export function DeadLetters({ latest, onChanged }) {
  const [shown, setShown] = useState();
  const consumers = SERVICES.flatMap((service) =>
    (latest[service]?.flow?.consumers ?? []).map((consumer) => ({ ...consumer, service })),
  );
  if (!consumers.length) return null;
  return html`<section class="section" aria-labelledby="consumers-title">
    <h2 id="consumers-title">${t('flow.consumers')}</h2>
    <div class="table-scroll card" tabindex="0" role="group" aria-labelledby="consumers-title">
      <table data-testid="consumers">
        <thead>
          <tr>
            <th scope="col">${t('flow.consumer')}</th>
            <th scope="col">${t('flow.service')}</th>
            <th scope="col">${t('flow.state')}</th>
            <th scope="col" class="numeric">${t('flow.lag')}</th>
            <th scope="col" class="numeric">${t('flow.oldest')}</th>
            <th scope="col" class="numeric">${t('flow.deadLetters')}</th>
            <th scope="col"><span class="visually-hidden">${t('flow.actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${consumers.map(
            (consumer) => html`<tr key=${`${consumer.service}/${consumer.name}`}>
              <th scope="row"><code>${consumer.name}</code></th>
              <td>${t(`service.${consumer.service}`)}</td>
              <td data-testid="state-${consumer.name}" title=${consumer.reason}>${t(`flow.state.${consumer.state}`)}</td>
              <td class="numeric">${number(consumer.lag)}</td>
              <td class="numeric">${duration(consumer.oldestSeconds)}</td>
              <td class="numeric">${number(consumer.deadLetters)}</td>
              <td class="numeric">
                <button
                  type="button"
                  class="button small"
                  disabled=${!consumer.deadLetters}
                  aria-label=${t('flow.inspectOf', { consumer: consumer.name })}
                  data-testid="inspect-${consumer.name}"
                  onClick=${() => setShown(consumer)}
                >
                  ${t('flow.inspect')}
                </button>
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${shown ? html`<${Letters} consumer=${shown} onChanged=${onChanged} onClose=${() => setShown(undefined)} />` : null}
  </section>`;
}

function Letters({ consumer, onChanged, onClose }) {
  const path = `/api/${consumer.service}/operations/dead-letters/${consumer.name}`;
  const { data, error, reload } = useResource(() => api.get(path), [path]);
  const [busy, setBusy] = useState(false);
  const redrive = async () => {
    setBusy(true);
    try {
      const { processed, laidAsideAgain } = await api.post(`${path}/redrive`);
      toast(t('flow.redriven', { processed, laidAsideAgain }), laidAsideAgain ? 'bad' : 'good');
      reload();
      onChanged();
    } catch (problem) {
      toast(messageOf(problem), 'bad');
    } finally {
      setBusy(false);
    }
  };
  const letters = data?.items ?? data ?? [];
  return html`<${Dialog} title=${t('flow.lettersOf', { consumer: consumer.name })} onClose=${onClose} testId="dead-letters" wide>
    ${error ? html`<${LoadProblem} problem=${error} retry=${reload} />` : null}
    ${!data && !error ? html`<${Loading} lines=${1} />` : null}
    <ul class="letters">
      ${letters.map(
        (letter) => html`<li key=${`${letter.topic}/${letter.key}/${letter.offset}`}>
          <p><strong>${letter.eventType ?? t('flow.unknownType')}</strong> <code>${letter.topic}</code></p>
          <p class="letter-reason">${letter.reason}</p>
          <p class="muted small">${dateTime(letter.laidAsideAt)}<${Dot} /><code>${letter.eventId ?? letter.key}</code></p>
          <details>
            <summary>${t('flow.body')}</summary>
            <pre>${letter.body}</pre>
          </details>
        </li>`,
      )}
    </ul>
    ${data && !letters.length ? html`<p>${t('flow.noLetters')}</p>` : null}
    <div class="form-actions">
      <button type="button" class="button button-primary" disabled=${busy || !letters.length} data-testid="redrive" onClick=${redrive}>
        ${t('flow.redrive')}
      </button>
    </div>
  <//>`;
}
