// What writing adds to the console.
import { t } from '../i18n/index.js';
import { addFeature } from '../shared/features.js';
import { words } from './words.js';

addFeature({
  words,
  routes: [
    ['/write', { page: () => import('./write-page.js'), role: 'member' }],
    ['/posts/:id/edit', { page: () => import('./edit-page.js'), role: 'member' }],
  ],
  places: { tabs: () => [{ path: '/write', label: t('nav.write'), icon: 'plus', of: ['/write'], prominent: true }] },
});
