// One case: what was written, what the screening found, who reported it, and what is decided.
import { t, tKnown } from '../i18n/index.js';
import { MemberName } from '../shared/member-name.js';
import { href } from '../shared/router.js';
import { isMe } from '../shared/session.js';
import { Icon } from '../shared/ui/icon.js';
import { Ago, Dot, MemberLink } from '../shared/ui/pieces.js';
import { html, useState } from '../shared/view.js';
import { actionsFor } from './decisions.js';
import { DecisionDialog } from './decision-dialog.js';

export function CaseView({ openCase, actions, headingLevel: Heading = 'h2' }) {
  const closed = openCase.status === 'CLOSED';
  return html`<article class="case" aria-labelledby="case-title" data-testid="case" data-case-id=${openCase.id} data-status=${openCase.status}>
    <header class="case-head">
      <span class="badge badge-status">${tKnown('caseStatus', openCase.status)}</span>
      ${openCase.closedBecause
        ? html`<span class="badge" data-testid="case-closed-because">${tKnown('caseClosing', openCase.closedBecause)}</span>`
        : null}
      <span class="badge">${tKnown('caseOrigin', openCase.origin)}</span>
      <span class="badge badge-kind">${tKnown('targetType', openCase.targetType)}</span>
      <span class="grow"></span>
      <span class="muted small"><${Ago} at=${openCase.openedAt} /></span>
    </header>
    <${Heading} id="case-title" class="case-title" tabindex="-1">
      ${openCase.snapshot.title ?? tKnown('targetType', openCase.targetType)}
    <//>
    <p class="muted small">
      ${t('case.author')} <${MemberLink} member=${openCase.author} /><${Dot} />
      <a href=${href(`/subjects/${openCase.targetId}`)}>${t('case.inPlace')}</a>
      ${openCase.score ? html`<${Dot} />${t('case.score', { n: openCase.score })}` : null}
    </p>
    ${openCase.reported
      ? html`<h3>${t('case.reported')}</h3>
          <${Text} text=${openCase.reported} testid="reported-text" />
          <h3>${t('case.latest')}</h3>`
      : null}
    <${Text} text=${openCase.snapshot} testid="snapshot" />

    <${Verdicts} verdicts=${openCase.verdicts} />
    <${Reports} reports=${openCase.reports} />
    ${decisionsOf(openCase).map((decision) => html`<${Decision} key=${decision.at} decision=${decision} />`)}
    ${closed ? null : html`<${Decide} openCase=${openCase} actions=${actions} />`}
    <${CaseSteps} openCase=${openCase} actions=${actions} />
    <${Notes} notes=${openCase.notes} onAdd=${actions.addNote} />
    ${actions.explaining
      ? html`<${DecisionDialog}
          openCase=${openCase}
          action=${actions.explaining}
          submission=${actions.submission}
          onDecide=${actions.decideExplained}
          onClose=${actions.stopExplaining}
        />`
      : null}
  </article>`;
}

function Text({ text, testid }) {
  return text.html
    ? html`<blockquote
        class="snapshot prose prose-small"
        data-testid=${testid}
        dangerouslySetInnerHTML=${{ __html: text.html }}
      ></blockquote>`
    : html`<blockquote class="snapshot" data-testid=${testid}>${text.text}</blockquote>`;
}

/** All decisions so far, the latest last; a case that was opened again has more than one. */
function decisionsOf({ decisions, decision }) {
  return decisions ?? (decision ? [decision] : []);
}

function Decide({ openCase, actions }) {
  const { usual, other } = actionsFor(openCase);
  const button = (each, kind) => html`<button
    key=${each.action}
    type="button"
    class=${kind}
    aria-keyshortcuts=${each.key}
    data-testid="decide-${each.action}"
    onClick=${() => actions.begin(each)}
  >
    <${Icon} name=${each.icon} size=${18} />${t(`decision.${each.action}`)} <kbd aria-hidden="true">${each.key}</kbd>
  </button>`;
  return html`<section class="decide" aria-label=${t('decision.title')}>
    <div class="form-actions">${usual.map((each, at) => button(each, at ? 'button' : 'button button-primary'))}</div>
    <div class="form-actions other-actions">${other.map((each) => button(each, 'text-button'))}</div>
  </section>`;
}

function CaseSteps({ openCase, actions }) {
  const { status, assigneeId, claimedUntil } = openCase;
  const step = (name) => html`<button type="button" class="button" data-testid="case-${name}" onClick=${() => actions.move(name)}>
    ${t(`case.${name}`)}
  </button>`;
  return html`<div class="case-steps">
    ${assigneeId && status !== 'CLOSED'
      ? html`<span class="muted small">
          ${isMe(assigneeId) ? t('case.mine') : html`${t('case.claimedBy')} <${MemberName} id=${assigneeId} />`}
          ${claimedUntil ? html`<${Dot} />${t('case.until')} <${Ago} at=${claimedUntil} />` : null}
        </span>`
      : null}
    ${status === 'CLOSED' ? step('reopen') : null}
    ${status !== 'CLOSED' && !isMe(assigneeId) ? step('claim') : null}
    ${status !== 'CLOSED' && isMe(assigneeId) ? step('release') : null}
    ${status === 'OPEN' || status === 'ASSIGNED' ? step('escalate') : null}
  </div>`;
}

function Verdicts({ verdicts }) {
  if (!verdicts?.length) return null;
  return html`<section aria-labelledby="verdicts-title">
    <h3 id="verdicts-title">${t('case.verdicts')}</h3>
    <ol class="verdicts" data-testid="verdicts">
      ${verdicts.map(
        (verdict, at) => html`<li key=${at} class="verdict verdict-${verdict.outcome.toLowerCase()}">
          <span class="verdict-mark" aria-hidden="true"></span>
          <strong>${tKnown('phase', verdict.phase)}</strong>
          <span class="verdict-outcome">${tKnown('outcome', verdict.outcome)}</span>
          ${verdict.reason ? html`<span>${verdict.reason.explanation}</span>` : null}
          ${verdict.detail ? html`<span class="muted small">${verdict.detail}</span>` : null}
        </li>`,
      )}
    </ol>
  </section>`;
}

function Reports({ reports }) {
  if (!reports?.length) return null;
  return html`<section aria-labelledby="reports-title">
    <h3 id="reports-title">${t('case.reports', { n: reports.length })}</h3>
    <ul class="report-list" data-testid="reports">
      ${reports.map(
        (report, at) => html`<li key=${at}>
          <span class="badge badge-warn">${tKnown('category', report.category)}</span>
          ${report.note ? html`<span>${report.note}</span>` : null}
          <span class="muted small"><${MemberName} id=${report.reporterId} /><${Dot} /><${Ago} at=${report.at} /></span>
        </li>`,
      )}
    </ul>
  </section>`;
}

function Decision({ decision }) {
  return html`<section class="notice notice-plain" data-testid="decision">
    <${Icon} name="shield" />
    <div>
      <h3>${t('case.decided', { action: tKnown('decision', decision.action) })}</h3>
      ${decision.rule ? html`<p><strong>${tKnown('rule', decision.rule)}</strong> ${decision.explanation}</p>` : null}
      <p class="muted small">
        ${decision.decidedBy ? html`<${MemberName} id=${decision.decidedBy} /><${Dot} />` : null}<${Ago} at=${decision.at} />
      </p>
    </div>
  </section>`;
}

function Notes({ notes, onAdd }) {
  const [text, setText] = useState('');
  const add = async (event) => {
    event.preventDefault();
    await onAdd(text.trim());
    setText('');
  };
  return html`<section aria-labelledby="notes-title">
    <h3 id="notes-title">${t('case.notes')}</h3>
    <ul class="note-list">
      ${(notes ?? []).map(
        (note, at) => html`<li key=${at}>
          <p>${note.text}</p>
          <p class="muted small"><${MemberName} id=${note.authorId} /><${Dot} /><${Ago} at=${note.at} /></p>
        </li>`,
      )}
    </ul>
    <form class="note-form" onSubmit=${add}>
      <label class="visually-hidden" for="note-text">${t('case.note')}</label>
      <input
        id="note-text"
        type="text"
        maxlength="1000"
        placeholder=${t('case.note')}
        value=${text}
        onInput=${(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled=${!text.trim()}>${t('case.addNote')}</button>
    </form>
  </section>`;
}
