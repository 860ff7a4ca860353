// What members add to the console: profiles, points, badges, leaderboards.
import { t } from '../i18n/index.js';
import { addFeature } from '../shared/features.js';
import { session } from '../shared/session.js';
import { LeadersCard } from './leaders-card.js';
import { words } from './words.js';

const mePage = () => import('./me-page.js');
const leaderboardPage = () => import('./leaderboard-page.js');

const leaderboards = () => ({ path: '/leaderboards', label: t('nav.leaderboards'), icon: 'trophy', of: ['/leaderboards'] });

addFeature({
  words,
  routes: [
    ['/members/:id', { page: () => import('./member-page.js') }],
    ['/me', { page: mePage, tab: 'points', role: 'member' }],
    // The name by which the services link to a member's points.
    ['/rewards', { page: mePage, tab: 'points', role: 'member' }],
    ['/me/posts', { page: mePage, tab: 'posts', role: 'member' }],
    ['/me/badges', { page: mePage, tab: 'badges', role: 'member' }],
    ['/leaderboards', { page: leaderboardPage, period: 'week' }],
    ['/leaderboards/:period', { page: leaderboardPage }],
  ],
  places: {
    main: () => [leaderboards()],
    tabs: () => [leaderboards(), session.get().signedIn && { path: '/me', label: t('nav.me'), icon: 'user', of: ['/me'] }],
    member: () => [
      { path: '/me', label: t('nav.points'), icon: 'star', testId: 'menu-me' },
      { path: '/me/posts', label: t('nav.myPosts'), icon: 'edit' },
      { path: `/members/${session.get().memberId}`, label: t('nav.profile'), icon: 'user' },
    ],
  },
  slots: { aside: LeadersCard },
  notifications: { 'points-earned': 'star', 'points-taken': 'star', 'tier-changed': 'star' },
});
