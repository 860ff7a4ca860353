// What topics add to the console.
import { t } from '../i18n/index.js';
import { addFeature } from '../shared/features.js';
import { TopicFilter } from './topic-filter.js';
import { TopicsCard } from './topics-card.js';
import { words } from './words.js';

const topics = () => [{ path: '/topics', label: t('nav.topics'), icon: 'tag', of: ['/topics'] }];

addFeature({
  words,
  routes: [['/topics', { page: () => import('./topics-page.js') }]],
  places: { main: topics, tabs: topics },
  slots: { feedBar: TopicFilter, aside: TopicsCard },
});
