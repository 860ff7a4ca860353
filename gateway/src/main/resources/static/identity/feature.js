// What identity adds to the console: registering, the account, and the pages that links in letters lead to.
import { t } from '../i18n/index.js';
import { addFeature } from '../shared/features.js';
import { session } from '../shared/session.js';
import { words } from './words.js';

addFeature({
  words,
  routes: [
    ['/register', { page: () => import('./register-page.js') }],
    ['/account', { page: () => import('./account-page.js'), role: 'member' }],
    ['/new-password/:secret', { page: () => import('./new-password-page.js') }],
    ['/forgotten-password', { page: () => import('./forgotten-password-page.js') }],
    ['/confirm-email/:secret', { page: () => import('./confirm-email-page.js') }],
  ],
  places: {
    tabs: () => [!session.get().signedIn && { path: '/register', label: t('nav.join'), icon: 'user', of: ['/register'] }],
    member: () => [
      session.get().registration && { path: '/account', label: t('account.title'), icon: 'shield', testId: 'menu-account' },
    ],
  },
});
