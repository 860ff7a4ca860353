// Votes and likes: what others gave, what the reader gave, and giving or taking back.
import { shortNumber, t } from '../i18n/index.js';
import { api, getForAll } from '../shared/api.js';
import { Slot } from '../shared/features.js';
import { isMe, session } from '../shared/session.js';
import { announce, toast } from '../shared/ui/announcer.js';
import { Icon } from '../shared/ui/icon.js';
import { messageOf } from '../shared/ui/problems.js';
import { asMember } from '../shared/ui/sign-in-prompt.js';
import { html, useEffect, useRef, useState } from '../shared/view.js';

/** What is known of each target, by its id, and a function that turns one of the reader's reactions on or off. */
export function useReactions(targets) {
  const [known, setKnown] = useState(() => new Map());
  const busy = useRef(new Set());
  const { signedIn } = session.get();

  useEffect(() => {
    if (!targets.length) return;
    getForAll('/api/engagement/reactions', 'target', targets)
      .then((items) => setKnown(new Map(items.map((item) => [item.targetId, item]))))
      .catch(() => {});
  }, [targets.join(), signedIn]);

  const toggle = async (targetType, targetId, kind) => {
    if (busy.current.has(targetId)) return;
    busy.current.add(targetId);
    const given = known.get(targetId)?.mine?.includes(kind);
    try {
      const path = `/api/engagement/reactions/${targetType}/${targetId}/${kind}`;
      const after = await (given ? api.delete(path) : api.put(path, {}));
      setKnown((before) => new Map(before).set(targetId, after));
      announce(t(given ? 'reaction.taken' : 'reaction.given', { kind: t(`reaction.${kind}`) }));
    } catch (problem) {
      toast(messageOf(problem), 'bad');
    } finally {
      busy.current.delete(targetId);
    }
  };

  return { of: (targetId) => known.get(targetId), toggle };
}

export function Reactions({ targetType, content, reactions, compact = false }) {
  const known = reactions.of(content.id);
  const counts = known?.counts;
  const score = counts ? (counts.up ?? 0) - (counts.down ?? 0) : (content.score ?? 0);
  const own = isMe(content.author.id);
  const button = (kind, icon) => html`<button
    type="button"
    class="reaction reaction-${kind}"
    aria-pressed=${String(Boolean(known?.mine?.includes(kind)))}
    aria-label=${t(`reaction.${kind}.label`)}
    title=${own ? t('reaction.own') : t(`reaction.${kind}.label`)}
    aria-disabled=${own ? 'true' : undefined}
    data-testid="react-${kind}"
    onClick=${() => (own ? toast(t('reaction.own'), 'plain') : asMember(() => reactions.toggle(targetType, content.id, kind)))}
  >
    <${Icon} name=${icon} size=${compact ? 16 : 18} filled=${kind === 'like' && known?.mine?.includes('like')} />
    ${kind === 'like' && counts?.like ? html`<span>${shortNumber(counts.like)}</span>` : null}
  </button>`;
  return html`<div class="reactions ${compact ? 'compact' : ''}" role="group" aria-label=${t('reaction.group')}>
    <span class="votes">
      ${button('up', 'up')}
      <span class="score" data-testid="score"
        ><span class="visually-hidden">${t('figure.votes', { n: score })}</span><span aria-hidden="true">${shortNumber(score)}</span></span
      >
      ${button('down', 'down')}
    </span>
    ${button('like', 'heart')}
    <${Slot} name="contentActions" targetType=${targetType} content=${content} />
  </div>`;
}
