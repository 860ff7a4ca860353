// What operations add to the console: what operators see and steer.
import { t } from '../i18n/index.js';
import { addFeature } from '../shared/features.js';
import { hasRole, session } from '../shared/session.js';
import { words } from './words.js';

addFeature({
  words,
  routes: [
    ['/operations', { page: () => import('./flow-page.js'), role: 'operator' }],
    ['/operations/accounts', { page: () => import('./accounts-page.js'), role: 'operator' }],
    ['/operations/acts', { page: () => import('./acts-page.js'), role: 'operator' }],
    ['/operations/topics', { page: () => import('./topics-administration-page.js'), role: 'operator' }],
  ],
  places: {
    staff: () => [
      hasRole('operator') && { path: '/operations', label: t('nav.operations'), icon: 'gauge', of: ['/operations'] },
    ],
    operations: () => [
      { path: '/operations', label: t('operations.flow'), icon: 'gauge' },
      { path: '/operations/topics', label: t('operations.topics'), icon: 'tag' },
      session.get().registration && { path: '/operations/accounts', label: t('accounts.title'), icon: 'user' },
      { path: '/operations/acts', label: t('acts.title'), icon: 'list' },
    ],
  },
});
