// What the folders add to the console. Each adds it once, in its feature.js; app.js lists the folders.
import { addWords } from '../i18n/index.js';
import { html } from './view.js';

const features = [];

/**
 * @param feature what a folder has of these:
 *   `words` by key, English and Chinese;
 *   `routes`, pairs of an address and what it opens: `page`, which loads the module whose default export is the page,
 *     `role` if it is not for everybody, and whatever else the page is to be given;
 *   `places` by menu (`main`, `tabs`, `member`, `staff`, `operations`), functions that answer its entries;
 *   `slots` by name, the component that stands there;
 *   `notifications` by kind, the icon of one that nobody caused;
 *   `subjects`, functions that answer where the subject with an id is read, or fail with 404 if it is none of theirs
 */
export function addFeature(feature) {
  features.push(feature);
  addWords(feature.words);
}

export function routes() {
  return features.flatMap((feature) => feature.routes ?? []);
}

/** An entry is `path`, `label`, `icon`, and what the menu wants besides. */
export function places(menu) {
  return features.flatMap((feature) => feature.places?.[menu]?.().filter(Boolean) ?? []);
}

export function subjects() {
  return features.flatMap((feature) => feature.subjects ?? []);
}

export function iconOfNotification(kind) {
  return features.find((feature) => feature.notifications?.[kind])?.notifications[kind] ?? 'bell';
}

/** A place on a page that folders fill which the page knows nothing of; they are handed its other properties. */
export function Slot({ name, ...properties }) {
  return features.map((feature) => feature.slots?.[name]).map((Part) => (Part ? html`<${Part} ...${properties} />` : null));
}
