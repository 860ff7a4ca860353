// The badges of a member; those earned more than once are shown once, with their number.
import { t, tKnown } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { Icon } from '../shared/ui/icon.js';
import { Empty, Loading } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html } from '../shared/view.js';

const CLASSES = ['GOLD', 'SILVER', 'BRONZE'];

export function Badges({ memberId }) {
  const { data, error, reload } = useResource(() => api.get(`/api/rewards/members/${memberId}/badges`, { limit: 100 }), [memberId]);
  if (error) return html`<${LoadProblem} problem=${error} retry=${reload} />`;
  if (!data) return html`<${Loading} lines=${1} />`;
  if (!data.items.length) return html`<${Empty} icon="trophy" title=${t('badges.none')} text=${t('badges.noneText')} />`;
  const earned = new Map();
  for (const badge of data.items) {
    const key = `${badge.badgeClass} ${badge.name}`;
    earned.set(key, { ...badge, times: (earned.get(key)?.times ?? 0) + 1 });
  }
  const finestFirst = [...earned.values()].sort(
    (one, other) => CLASSES.indexOf(one.badgeClass) - CLASSES.indexOf(other.badgeClass) || one.name.localeCompare(other.name),
  );
  return html`<ul class="badge-grid" data-testid="badges">
    ${finestFirst.map(
      (badge) => html`<li key=${badge.name + badge.badgeClass} class="card medal medal-${badge.badgeClass.toLowerCase()}">
        <span class="medal-icon"><${Icon} name="trophy" size=${22} /></span>
        <span><strong>${badge.name}</strong><span class="muted small">${tKnown('badge', badge.badgeClass)}</span></span>
        ${badge.times > 1 ? html`<span class="times">${t('badges.times', { n: badge.times })}</span>` : null}
      </li>`,
    )}
  </ul>`;
}
