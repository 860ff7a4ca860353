// What the feeds add to the console: lists of posts, of all topics or of one.
import { t } from '../i18n/index.js';
import { addFeature } from '../shared/features.js';
import { words } from './words.js';

const feedPage = () => import('./feed-page.js');
const topicPage = () => import('./topic-page.js');

const home = () => [{ path: '/', label: t('nav.home'), icon: 'home', of: ['/', '/hot', '/unanswered', '/posts'] }];

addFeature({
  words,
  routes: [
    ['/', { page: feedPage, order: 'latest' }],
    ['/hot', { page: feedPage, order: 'hot' }],
    ['/unanswered', { page: feedPage, order: 'unanswered' }],
    ['/topics/:slug', { page: topicPage, order: 'latest' }],
    ['/topics/:slug/hot', { page: topicPage, order: 'hot' }],
    ['/topics/:slug/unanswered', { page: topicPage, order: 'unanswered' }],
  ],
  places: { main: home, tabs: home },
});
