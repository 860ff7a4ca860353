// Follows a topic, a post or a member, or stops following.
import { t } from '../i18n/index.js';
import { asMember } from '../shared/ui/sign-in-prompt.js';
import { Icon } from '../shared/ui/icon.js';
import { html } from '../shared/view.js';
import { useFollow } from './follows.js';

export function FollowButton({ type, id }) {
  const [following, toggle] = useFollow(type, id);
  return html`<button
    type="button"
    class="button ${following ? 'is-on' : ''}"
    aria-pressed=${String(following)}
    data-testid="follow-${type}"
    onClick=${() => asMember(toggle)}
  >
    <${Icon} name=${following ? 'accept' : 'plus'} size=${18} />${t(following ? 'follow.on' : 'follow.action')}
  </button>`;
}
