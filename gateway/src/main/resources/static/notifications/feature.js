// What notifications add to the console. What each kind says is among the words of the folder that it is about.
import { addFeature } from '../shared/features.js';
import { NotificationBell } from './notification-bell.js';
import { words } from './words.js';

addFeature({
  words,
  routes: [['/notifications', { page: () => import('./notifications-page.js'), role: 'member' }]],
  slots: { memberTools: NotificationBell },
});
