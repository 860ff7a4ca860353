// On narrow screens the main places sit at the bottom, in reach of a thumb. There is room for five.
import { t } from '../i18n/index.js';
import { places } from '../shared/features.js';
import { href } from '../shared/router.js';
import { Icon } from '../shared/ui/icon.js';
import { html } from '../shared/view.js';
import { isAt } from './navigation.js';

export function TabBar({ path }) {
  return html`<nav class="tab-bar" aria-label=${t('nav.mobile')}>
    ${places('tabs').map(
      (place) => html`<a
        key=${place.path}
        href=${href(place.path)}
        class=${place.prominent ? 'tab-write' : undefined}
        aria-current=${isAt(place, path) ? 'page' : undefined}
        ><${Icon} name=${place.icon} size=${22} /><span>${place.label}</span></a
      >`,
    )}
  </nav>`;
}
