// On narrow screens the main places sit at the bottom, in reach of a thumb.
import { t } from '../i18n/index.js';
import { href } from '../shared/router.js';
import { session } from '../shared/session.js';
import { Icon } from '../shared/ui/icon.js';
import { html } from '../shared/view.js';
import { isAt, mainPlaces } from './navigation.js';

export function TabBar({ path }) {
  const [home, topics, leaderboards] = mainPlaces();
  const write = { path: '/write', label: t('nav.write'), icon: 'plus', of: ['/write'] };
  const me = session.get().signedIn
    ? { path: '/me', label: t('nav.me'), icon: 'user', of: ['/me'] }
    : { path: '/register', label: t('nav.join'), icon: 'user', of: ['/register'] };
  return html`<nav class="tab-bar" aria-label=${t('nav.mobile')}>
    ${[home, topics, write, leaderboards, me].map(
      (place) => html`<a
        key=${place.path}
        href=${href(place.path)}
        class=${place === write ? 'tab-write' : undefined}
        aria-current=${isAt(place, path) ? 'page' : undefined}
        ><${Icon} name=${place.icon} size=${22} /><span>${place.label}</span></a
      >`,
    )}
  </nav>`;
}
