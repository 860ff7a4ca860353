// Who earned most in a day, a week, a month, or ever; earlier periods can be paged to.
import { day, number, t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { isMe } from '../shared/session.js';
import { Icon } from '../shared/ui/icon.js';
import { Avatar, Empty, Loading, MemberLink, PageTitle, Tabs } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html, useState } from '../shared/view.js';

const PERIODS = ['day', 'week', 'month', 'all-time'];
const SHOWN = 50;

/** A day within the period before or after the one that the date lies in. */
function shift(date, period, by) {
  const next = new Date(`${date}T00:00:00Z`);
  if (period === 'month') next.setUTCMonth(next.getUTCMonth() + by, 1);
  else next.setUTCDate(next.getUTCDate() + by * (period === 'week' ? 7 : 1));
  return next.toISOString().slice(0, 10);
}

export default function LeaderboardPage({ period }) {
  const today = new Date().toISOString().slice(0, 10);
  const [date, setDate] = useState(today);
  const board = useResource(
    () => api.get(`/api/rewards/leaderboards/${period}`, { date: period === 'all-time' ? undefined : date, limit: SHOWN }),
    [period, date],
  );
  const items = board.data?.items ?? [];
  return html`<div class="page page-list">
    <${PageTitle} text=${t('leaderboard.title')} />
    <${Tabs}
      label=${t('leaderboard.periods')}
      current=${`/leaderboards/${period}`}
      tabs=${PERIODS.map((each) => ({ path: `/leaderboards/${each}`, label: t(`leaderboard.${each}`), testId: `board-${each}` }))}
    />
    ${period === 'all-time'
      ? null
      : html`<div class="period" data-testid="period">
          <button type="button" class="icon-button" aria-label=${t('leaderboard.earlier')} onClick=${() => setDate(shift(date, period, -1))}>
            <${Icon} name="back" />
          </button>
          <span aria-live="polite">${board.data?.from ? span(board.data) : day(date)}</span>
          <button
            type="button"
            class="icon-button flipped"
            aria-label=${t('leaderboard.later')}
            disabled=${shift(date, period, 1) > today}
            onClick=${() => setDate(shift(date, period, 1))}
          >
            <${Icon} name="back" />
          </button>
        </div>`}
    ${board.error ? html`<${LoadProblem} problem=${board.error} retry=${board.reload} />` : null}
    ${!board.data && !board.error ? html`<${Loading} />` : null}
    ${board.data && !items.length ? html`<${Empty} icon="trophy" title=${t('leaderboard.none')} />` : null}
    ${items.length
      ? html`<table class="card board" data-testid="leaderboard">
          <thead>
            <tr>
              <th scope="col">${t('leaderboard.rank')}</th>
              <th scope="col">${t('leaderboard.member')}</th>
              <th scope="col" class="numeric">${t('leaderboard.points')}</th>
            </tr>
          </thead>
          <tbody>
            ${items.map(
              ({ rank, member, points }) => html`<tr key=${member.id} class=${isMe(member.id) ? 'own-row' : undefined}>
                <td><span class="rank rank-${rank}">${number(rank)}</span></td>
                <td>
                  <span class="cell-member"
                    ><${Avatar} id=${member.id} name=${member.name} size="small" /><${MemberLink} member=${member} />${isMe(member.id)
                      ? html`<span class="badge">${t('leaderboard.you')}</span>`
                      : null}</span
                  >
                </td>
                <td class="numeric">${number(points)}</td>
              </tr>`,
            )}
          </tbody>
        </table>`
      : null}
  </div>`;
}

function span({ period, from, to }) {
  if (period === 'day') return day(from);
  // The end is the first moment that no longer belongs to the period, or its last day.
  const last = to.includes('T') ? new Date(new Date(to) - 1).toISOString() : to;
  return `${day(from)} – ${day(last)}`;
}
