// What thanks add to the console.
import { api } from '../shared/api.js';
import { addFeature } from '../shared/features.js';
import { ThanksButton } from './thanks-button.js';
import { ThanksList } from './thanks-list.js';
import { words } from './words.js';

addFeature({
  words,
  slots: { contentActions: ThanksButton, memberSections: ThanksList },
  subjects: [(id) => api.get(`/api/engagement/thanks/${id}`).then(({ to }) => `/members/${to.id}`)],
  notifications: { 'thanks-held': 'shield', 'thanks-declined': 'alert' },
});
