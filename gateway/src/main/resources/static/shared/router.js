// Routing by the address's hash (`/#/posts/42?tab=x#answer-7`), so that a deep link needs nothing of the server.
import { createStore } from './store.js';

function read() {
  const whole = location.hash.startsWith('#/') ? location.hash.slice(1) : '/';
  const [beforeFragment, fragment] = splitOnce(whole, '#');
  const [path, search] = splitOnce(beforeFragment, '?');
  return {
    path: path.length > 1 ? path.replace(/\/+$/, '') : path,
    query: Object.fromEntries(new URLSearchParams(search)),
    fragment,
    returning: Boolean(history.state?.entry),
    entry: history.state?.entry,
  };
}

function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** A link as the services name it, such as `/posts/42`, as an address of the console. */
export function href(path) {
  return `#${path.startsWith('/') ? path : `/${path}`}`;
}

function enter() {
  const route = read();
  if (route.returning) return route;
  const entry = `${Date.now()}-${Math.random()}`;
  history.replaceState({ entry }, '');
  return { ...route, entry };
}

if (location.pathname !== '/' && !location.hash) {
  history.replaceState(null, '', `/#${location.pathname}${location.search}`);
}
history.scrollRestoration = 'manual';

export const route = createStore(enter());

const scrolledTo = new Map();

addEventListener('hashchange', () => {
  scrolledTo.set(route.get().entry, scrollY);
  route.set(enter());
});

/** Where the reader was when they left this entry of the history; the top when they are new to it. */
export function scrollPosition() {
  return scrolledTo.get(route.get().entry) ?? 0;
}

export function navigate(path, { replace = false } = {}) {
  if (replace) {
    history.replaceState(null, '', href(path));
    route.set(enter());
  } else {
    location.hash = href(path);
  }
}

/**
 * The first page whose pattern fits. A part of a pattern that begins with a colon is handed over by that name.
 *
 * @param routes pairs of pattern and whatever it leads to
 */
export function match(routes, path) {
  const parts = path.split('/');
  for (const [pattern, target] of routes) {
    const expected = pattern.split('/');
    if (expected.length !== parts.length) continue;
    const parameters = {};
    const fits = expected.every((part, at) => {
      if (!part.startsWith(':')) return part === parts[at];
      try {
        parameters[part.slice(1)] = decodeURIComponent(parts[at]);
        return parts[at] !== '';
      } catch {
        return false;
      }
    });
    if (fits) return { target, parameters };
  }
  return undefined;
}
