// Light or dark: the system's preference until the reader chooses.
import { kept } from './storage.js';
import { createStore } from './store.js';

const systemDark = matchMedia('(prefers-color-scheme: dark)');

function effective() {
  return document.documentElement.dataset.theme ?? (systemDark.matches ? 'dark' : 'light');
}

export const theme = createStore(effective());

systemDark.addEventListener('change', () => theme.set(effective()));

export function toggleTheme() {
  const next = effective() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  kept.set('theme', next);
  theme.set(next);
}
