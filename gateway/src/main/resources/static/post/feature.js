// What posts add to the console: a post with its answers and comments.
import { api } from '../shared/api.js';
import { addFeature } from '../shared/features.js';
import { words } from './words.js';

addFeature({
  words,
  routes: [
    ['/posts/:id', { page: () => import('./post-page.js') }],
    ['/subjects/:id', { page: () => import('./subject-page.js') }],
  ],
  subjects: [
    (id) => api.get(`/api/content/posts/${id}`).then(() => `/posts/${id}`),
    (id) => api.get(`/api/engagement/comments/${id}`).then(({ postId }) => `/posts/${postId}#comment-${id}`),
  ],
  notifications: {
    'post-published': 'accept',
    'post-held': 'shield',
    'post-rejected': 'alert',
    'answer-posted': 'comment',
    'answer-accepted': 'accept',
    'comment-posted': 'comment',
    'reply-posted': 'comment',
    'comment-held': 'shield',
    'comment-rejected': 'alert',
    'content-hidden': 'alert',
    'content-removed': 'alert',
    'content-restored': 'accept',
    'reaction-received': 'heart',
    mentioned: 'comment',
  },
});
