// The head of every page: places, language, theme, notifications, and the member's own menu.
import { locale, setLocale, t } from '../i18n/index.js';
import { places, Slot } from '../shared/features.js';
import { href } from '../shared/router.js';
import { session, signIn, signOut } from '../shared/session.js';
import { theme, toggleTheme } from '../shared/theme.js';
import { Icon } from '../shared/ui/icon.js';
import { Menu } from '../shared/ui/menu.js';
import { Avatar } from '../shared/ui/pieces.js';
import { html } from '../shared/view.js';
import { isAt } from './navigation.js';

export function Header({ path }) {
  const { signedIn } = session.get();
  return html`<header class="site-header">
    <div class="site-header-inner">
      <a class="brand" href="#/" aria-label=${t('nav.brand')}>
        <img src="/favicon.svg" alt="" width="28" height="28" /> <span>Townhall</span>
      </a>
      <nav class="site-nav" aria-label=${t('nav.main')}>
        ${[...places('main'), ...places('staff')].map(
          (place) => html`<a
            key=${place.path}
            href=${href(place.path)}
            aria-current=${isAt(place, path) ? 'page' : undefined}
            data-testid="nav-${place.path.slice(1) || 'home'}"
            >${place.label}</a
          >`,
        )}
      </nav>
      <div class="site-tools">
        <a class="button button-primary write-button" href=${href('/write')} data-testid="nav-write">
          <${Icon} name="edit" size=${18} />${t('nav.write')}
        </a>
        <${LanguageSwitch} />
        <${ThemeSwitch} />
        ${signedIn ? html`<${Slot} name="memberTools" /><${MemberMenu} />` : html`<${Guest} />`}
      </div>
    </div>
  </header>`;
}

function LanguageSwitch() {
  const other = locale.get() === 'en' ? { code: 'zh-CN', name: '中文' } : { code: 'en', name: 'English' };
  return html`<button
    type="button"
    class="tool-button"
    lang=${other.code}
    data-testid="language"
    title=${other.name}
    onClick=${() => setLocale(other.code)}
  >
    <${Icon} name="globe" size=${18} /><span>${other.name}</span>
  </button>`;
}

function ThemeSwitch() {
  const dark = theme.use() === 'dark';
  const label = t(dark ? 'theme.toLight' : 'theme.toDark');
  return html`<button type="button" class="icon-button" aria-label=${label} title=${label} data-testid="theme" onClick=${toggleTheme}>
    <${Icon} name=${dark ? 'sun' : 'moon'} />
  </button>`;
}

function Guest() {
  return html`<button type="button" class="button" data-testid="sign-in" onClick=${signIn}>${t('signIn.action')}</button>
    ${session.get().registration
      ? html`<a class="button register-button" href=${href('/register')} data-testid="register">${t('register.action')}</a>`
      : null}`;
}

function MemberMenu() {
  const { memberId, name } = session.get();
  return html`<${Menu}
    label=${t('nav.memberMenu', { name: name ?? '' })}
    testId="member-menu"
    button=${html`<${Avatar} id=${memberId} name=${name} />`}
  >
    <p class="menu-head">${name}</p>
    ${[...places('member'), ...places('staff')].map(
      ({ path, label, icon, testId }) =>
        html`<a key=${path} href=${href(path)} data-testid=${testId}><${Icon} name=${icon} />${label}</a>`,
    )}
    <button type="button" data-testid="sign-out" onClick=${signOut}><${Icon} name="back" />${t('signOut.action')}</button>
  <//>`;
}
