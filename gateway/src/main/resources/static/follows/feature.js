// What following adds to the console: a button for each thing that can be followed.
import { addFeature } from '../shared/features.js';
import { html } from '../shared/view.js';
import { FollowButton } from './follow-button.js';
import { words } from './words.js';

addFeature({
  words,
  slots: {
    topicActions: ({ slug }) => html`<${FollowButton} type="topic" id=${slug} />`,
    postActions: ({ post }) => html`<${FollowButton} type="post" id=${post.id} />`,
    memberActions: ({ memberId }) => html`<${FollowButton} type="member" id=${memberId} />`,
  },
  notifications: {
    followed: 'user',
    'followed-member-posted': 'user',
    'followed-topic-posted': 'user',
    'followed-post-answered': 'comment',
    'followed-post-commented': 'comment',
  },
});
