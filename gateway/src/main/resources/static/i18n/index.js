// Words, numbers and times in the reader's language.
import { kept } from '../shared/storage.js';
import { createStore } from '../shared/store.js';
import { words as sharedWords } from '../shared/words.js';

/** In the order in which an entry of a words.js has them. */
const LANGUAGES = ['en', 'zh-CN'];

const dictionary = { ...sharedWords };

export function addWords(words) {
  Object.assign(dictionary, words);
}

export const locale = createStore(LANGUAGES.includes(document.documentElement.lang) ? document.documentElement.lang : 'en');

export function setLocale(next) {
  kept.set('locale', next);
  document.documentElement.lang = next;
  locale.set(next);
}

function words(key, parameters) {
  const entry = dictionary[key]?.[LANGUAGES.indexOf(locale.get())];
  if (entry === undefined || typeof entry === 'string') return entry;
  return entry[new Intl.PluralRules(locale.get()).select(Number(parameters.n))] ?? entry.other;
}

function fill(text, parameters) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = parameters[name];
    if (value === undefined || value === null) return whole;
    return typeof value === 'number' ? number(value) : value;
  });
}

/** The text of a key; an entry with plural forms is chosen by the parameter `n`. */
export function t(key, parameters = {}) {
  return fill(words(key, parameters) ?? key, parameters);
}

/** The text of a key that may be new to the console, such as a rule's name; else that name made readable. */
export function tKnown(prefix, name, parameters = {}) {
  const text = words(`${prefix}.${name}`, parameters);
  if (text !== undefined) return fill(text, parameters);
  const readable = String(name).replace(/[-_.]+/g, ' ').trim().toLowerCase();
  return readable.charAt(0).toUpperCase() + readable.slice(1);
}

export function isKnown(key) {
  return dictionary[key] !== undefined;
}

export function number(value, options) {
  return new Intl.NumberFormat(locale.get(), options).format(value);
}

/** Short for narrow places: 1.2K, 3.4万. */
export function shortNumber(value) {
  return number(value, { notation: 'compact', maximumFractionDigits: 1 });
}

export function signed(value) {
  return number(value, { signDisplay: 'exceptZero' });
}

export function dateTime(instant) {
  return new Intl.DateTimeFormat(locale.get(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

export function day(instant) {
  return new Intl.DateTimeFormat(locale.get(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(instant));
}

const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function relativeTime(instant, now = Date.now()) {
  const seconds = (new Date(instant) - now) / 1000;
  const format = new Intl.RelativeTimeFormat(locale.get(), { numeric: 'auto' });
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return t('time.now');
}

/** A length of time in its largest fitting unit. */
export function duration(seconds) {
  const [unit, length] = UNITS.find(([, each]) => seconds >= each) ?? ['second', 1];
  return number(seconds / length, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: unit === 'second' ? 1 : 0 });
}
