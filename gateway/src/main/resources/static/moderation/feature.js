// What moderation adds to the console: the queue.
import { t } from '../i18n/index.js';
import { addFeature } from '../shared/features.js';
import { hasRole } from '../shared/session.js';
import { words } from './words.js';

addFeature({
  words,
  routes: [
    ['/moderation', { page: () => import('./queue-page.js'), role: 'moderator' }],
    ['/moderation/cases/:id', { page: () => import('./case-page.js'), role: 'moderator' }],
  ],
  places: {
    staff: () => [
      hasRole('moderator') && { path: '/moderation', label: t('nav.moderation'), icon: 'shield', of: ['/moderation'] },
    ],
  },
});
