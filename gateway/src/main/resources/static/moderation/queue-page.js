// The moderators' queue: the open cases beside the one at hand, all of it workable from the keyboard.
import { t, tKnown } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { usePages, useRepeated } from '../shared/loading.js';
import { kept } from '../shared/storage.js';
import { Dialog } from '../shared/ui/dialog.js';
import { Icon } from '../shared/ui/icon.js';
import { Ago, Empty, Loading, MoreButton, PageTitle } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html, useEffect, useRef, useState } from '../shared/view.js';
import { useCaseActions } from './case-actions.js';
import { CaseView } from './case-view.js';
import { ACTIONS } from './decisions.js';

const FILTERS = ['', 'OPEN', 'ASSIGNED', 'ESCALATED', 'CLOSED'];
const LOOK_FOR_NEW_MS = 15_000;

export default function QueuePage() {
  const [status, setStatus] = useState('');
  return html`<div class="page page-wide">
    <${PageTitle} text=${t('moderation.title')}>
      <div class="filter-row" role="group" aria-label=${t('moderation.filter')}>
        ${FILTERS.map(
          (each) => html`<button
            key=${each}
            type="button"
            class="chip chip-filter"
            aria-pressed=${String(status === each)}
            data-testid="cases-${each || 'all'}"
            onClick=${() => setStatus(each)}
          >
            ${each ? tKnown('caseStatus', each) : t('moderation.notClosed')}
          </button>`,
        )}
      </div>
    <//>
    <${Queue} key=${status} status=${status} />
  </div>`;
}

function Queue({ status }) {
  const pages = usePages(`cases ${status}`, (cursor) => api.get('/api/moderation/cases', { status, cursor }));
  const [chosenId, setChosenId] = useState();
  const [fresh, setFresh] = useState(0);
  const at = Math.max(0, pages.items.findIndex((each) => each.id === chosenId));
  const chosen = pages.items[at];

  const choose = (index) => {
    const next = pages.items[Math.min(Math.max(index, 0), pages.items.length - 1)];
    if (next) setChosenId(next.id);
  };
  const onChanged = (changed) => {
    const leaves = status ? changed.status !== status : changed.status === 'CLOSED';
    if (leaves) setChosenId((pages.items[at + 1] ?? pages.items[at - 1])?.id);
    pages.change((items) =>
      leaves ? items.filter((each) => each.id !== changed.id) : items.map((each) => (each.id === changed.id ? changed : each)),
    );
  };
  const actions = useCaseActions(chosen, onChanged);

  // A long text comes whole with its case alone.
  useEffect(() => {
    if (chosen && !chosen.snapshot.html) api.get(`/api/moderation/cases/${chosen.id}`).then(onChanged, () => {});
  }, [chosen?.id, chosen?.version]);

  // New cases are announced rather than slipped under the moderator's hands.
  useRepeated(async () => {
    const { items } = await api.get('/api/moderation/cases', { status });
    const known = new Set(pages.items.map((each) => each.id));
    setFresh(items.filter((each) => !known.has(each.id)).length);
  }, LOOK_FOR_NEW_MS);
  const showFresh = () => {
    setFresh(0);
    pages.reload();
  };

  const shortcuts = useShortcuts({
    j: () => choose(at + 1),
    k: () => choose(at - 1),
    c: () => chosen && actions.move('claim'),
    e: () => chosen && actions.move('escalate'),
    ...Object.fromEntries(
      ACTIONS.map((action) => [action.key, () => chosen && chosen.status !== 'CLOSED' && actions.begin(action)]),
    ),
  });

  if (pages.error && !pages.items.length) return html`<${LoadProblem} problem=${pages.error} retry=${pages.reload} />`;
  if (pages.loading && !pages.items.length) return html`<${Loading} />`;
  return html`
    <div class="queue-bar">
      <div aria-live="polite">
        ${fresh
          ? html`<button type="button" class="button" data-testid="fresh-cases" onClick=${showFresh}>
              <${Icon} name="refresh" size=${18} />${t('moderation.fresh', { n: fresh })}
            </button>`
          : null}
      </div>
      <${Shortcuts} shortcuts=${shortcuts} />
    </div>
    ${pages.items.length
      ? html`<div class="queue">
          <div class="queue-side">
            <ul class="queue-list card" aria-label=${t('moderation.cases')} data-testid="queue">
              ${pages.items.map(
                (each, index) => html`<${QueueItem} key=${each.id} openCase=${each} current=${index === at} onChoose=${() => setChosenId(each.id)} />`,
              )}
            </ul>
            <${MoreButton} pages=${pages} />
          </div>
          <div class="card queue-case">
            <${CaseView} key=${chosen.id} openCase=${chosen} actions=${actions} />
          </div>
        </div>`
      : html`<${Empty} icon="shield" title=${t('moderation.none')} text=${t('moderation.noneText')} />`}
  `;
}

function QueueItem({ openCase, current, onChoose }) {
  const item = useRef();
  useEffect(() => {
    if (current) item.current.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return html`<li ref=${item}>
    <button
      type="button"
      class="queue-item"
      aria-current=${current ? 'true' : undefined}
      data-testid="queue-item"
      data-case-id=${openCase.id}
      onClick=${onChoose}
    >
      <span class="queue-item-title">${openCase.snapshot.title ?? openCase.snapshot.text}</span>
      <span class="queue-item-meta">
        <span class="badge">${tKnown('caseOrigin', openCase.origin)}</span>
        ${openCase.reports?.length ? html`<span class="badge badge-warn">${t('moderation.reports', { n: openCase.reports.length })}</span>` : null}
        ${openCase.status === 'OPEN' ? null : html`<span class="badge badge-status">${tKnown('caseStatus', openCase.status)}</span>`}
        <span class="grow"></span><span class="muted small"><${Ago} at=${openCase.openedAt} /></span>
      </span>
    </button>
  </li>`;
}

/** Single keys act on the queue unless somebody types, a dialog is open, or they are switched off. */
function useShortcuts(actions) {
  const [on, setOn] = useState(kept.get('shortcuts') !== 'off');
  const [helping, setHelping] = useState(false);
  const current = useRef();
  current.current = { ...actions, '?': () => setHelping(true) };
  useEffect(() => {
    if (!on) return undefined;
    const onKeyDown = (event) => {
      const typing = event.target.closest('input, textarea, select, [contenteditable]');
      if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      const action = current.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [on]);
  return {
    on,
    toggle: () => {
      kept.set('shortcuts', on ? 'off' : 'on');
      setOn(!on);
    },
    helping,
    setHelping,
  };
}

function Shortcuts({ shortcuts }) {
  const keys = [
    ['j', t('shortcut.next')],
    ['k', t('shortcut.previous')],
    ['c', t('case.claim')],
    ['e', t('case.escalate')],
    ...ACTIONS.map(({ key, action }) => [key, t(`decision.${action}`)]),
    ['?', t('shortcut.help')],
  ];
  return html`<div class="shortcuts">
    <label class="check">
      <input type="checkbox" checked=${shortcuts.on} data-testid="shortcuts-on" onChange=${shortcuts.toggle} />${t('shortcut.on')}
    </label>
    <button type="button" class="text-button" onClick=${() => shortcuts.setHelping(true)}>${t('shortcut.help')}</button>
    ${shortcuts.helping
      ? html`<${Dialog} title=${t('shortcut.help')} onClose=${() => shortcuts.setHelping(false)} testId="shortcuts-dialog">
          <dl class="keys">
            ${keys.map(([key, meaning]) => html`<div key=${key}><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`)}
          </dl>
        <//>`
      : null}
  </div>`;
}
