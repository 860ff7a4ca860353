// Where the console leads, by what a reader may do.
import { t } from '../i18n/index.js';
import { hasRole } from '../shared/session.js';

export function mainPlaces() {
  return [
    { path: '/', label: t('nav.home'), icon: 'home', of: ['/', '/hot', '/unanswered', '/posts'] },
    { path: '/topics', label: t('nav.topics'), icon: 'tag', of: ['/topics'] },
    { path: '/leaderboards', label: t('nav.leaderboards'), icon: 'trophy', of: ['/leaderboards'] },
  ];
}

export function staffPlaces() {
  return [
    hasRole('moderator') && { path: '/moderation', label: t('nav.moderation'), icon: 'shield', of: ['/moderation'] },
    hasRole('operator') && { path: '/operations', label: t('nav.operations'), icon: 'gauge', of: ['/operations'] },
  ].filter(Boolean);
}

export function isAt(place, path) {
  return place.of.some((each) => path === each || (each !== '/' && path.startsWith(`${each}/`)));
}
