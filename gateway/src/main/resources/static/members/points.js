// Points: where the member stands, how far the next tier is, and every entry of their ledger in words.
import { dateTime, number, shortNumber, signed, t, tKnown } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useNotifications } from '../shared/live.js';
import { usePages, useResource } from '../shared/loading.js';
import { href } from '../shared/router.js';
import { Ago, Dot, Empty, Loading, MoreButton } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html } from '../shared/view.js';

export function Points() {
  const account = useResource(() => api.get('/api/rewards/accounts/me'), []);
  const entries = usePages('entries', (cursor) => api.get('/api/rewards/accounts/me/entries', { cursor }));
  useNotifications((notification) => {
    if (!/points|tier/.test(notification.kind)) return;
    account.reload();
    entries.reload();
  });
  return html`
    ${account.error ? html`<${LoadProblem} problem=${account.error} retry=${account.reload} />` : null}
    ${account.data ? html`<${Standing} account=${account.data} />` : null}
    <section class="section" aria-labelledby="entries-title">
      <h2 id="entries-title">${t('points.entries')}</h2>
      ${entries.loading && !entries.items.length ? html`<${Loading} lines=${2} />` : null}
      ${entries.error ? html`<${LoadProblem} problem=${entries.error} retry=${entries.reload} />` : null}
      ${!entries.loading && !entries.error && !entries.items.length
        ? html`<${Empty} icon="star" title=${t('points.none')} text=${t('points.noneText')} />`
        : null}
      ${entries.items.length
        ? html`<ol class="card entry-list" data-testid="entries">
            ${entries.items.map((entry) => html`<${Entry} key=${entry.id} entry=${entry} />`)}
          </ol>`
        : null}
      <${MoreButton} pages=${entries} />
    </section>
  `;
}

function Standing({ account }) {
  const { balance, lifetime, tier, nextTier, earnedToday } = account;
  const progress = nextTier ? Math.min(1, Math.max(0, lifetime / nextTier.at)) : 1;
  return html`<div class="card standing" data-testid="standing">
    <dl class="standing-figures">
      <div><dt>${t('points.balance')}</dt><dd class="big" data-testid="balance">${number(balance)}</dd></div>
      <div><dt>${t('points.lifetime')}</dt><dd data-testid="lifetime">${number(lifetime)}</dd></div>
      <div><dt>${t('points.today')}</dt><dd>${signed(earnedToday ?? 0)}</dd></div>
      <div><dt>${t('points.tier')}</dt><dd data-testid="tier">${tKnown('tier', tier)}</dd></div>
    </dl>
    <div class="tier-progress">
      <label for="tier-progress">
        ${nextTier ? t('points.toNext', { n: Math.max(0, nextTier.at - lifetime), tier: tKnown('tier', nextTier.name) }) : t('points.highest')}
      </label>
      <progress id="tier-progress" max="1" value=${progress}></progress>
      ${nextTier ? html`<span class="muted small">${shortNumber(lifetime)} / ${shortNumber(nextTier.at)}</span>` : null}
    </div>
  </div>`;
}

function Entry({ entry }) {
  const reversed = Boolean(entry.reversalOf);
  return html`<li class="entry" data-testid="entry" data-rule=${entry.rule}>
    <span class="amount ${entry.amount < 0 ? 'amount-down' : 'amount-up'}">${signed(entry.amount)}</span>
    <div class="grow">
      <p>
        ${reversed ? t('points.reversed', { rule: tKnown('rule', entry.rule) }) : tKnown('rule', entry.rule)}
        ${entry.subjectId ? html`<${Dot} /><a href=${href(`/subjects/${entry.subjectId}`)}>${t('points.subject')}</a>` : null}
      </p>
      <p class="muted small" title=${dateTime(entry.recordedAt ?? entry.effectiveAt)}><${Ago} at=${entry.effectiveAt} /></p>
    </div>
    <span class="muted small balance-after">${t('points.balanceAfter', { n: entry.balance })}</span>
  </li>`;
}
