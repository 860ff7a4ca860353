// The member's notifications as they happen (server-sent events), and how many of them are unread.
import { api } from './api.js';
import { session } from './session.js';
import { createStore } from './store.js';
import { useEffect, useRef } from './view.js';

export const unread = createStore(0);

const listeners = new Set();
const lists = new Set();
let stream;

export async function countUnread() {
  if (!session.get().signedIn) return;
  try {
    unread.set((await api.get('/api/engagement/notifications/unread')).count);
  } catch {
    // The number stays as it was; the stream or the next page brings it up to date.
  }
}

function listen() {
  const source = new EventSource('/api/engagement/notifications/stream');
  source.addEventListener('notification', (event) => {
    const notification = JSON.parse(event.data);
    unread.set(unread.get() + 1);
    listeners.forEach((listener) => listener(notification));
  });
  // More was missed than is told here.
  source.addEventListener('load-anew', () => {
    countUnread();
    lists.forEach((reload) => reload());
  });
  // Whatever came while the connection was down is counted when it is up again.
  source.addEventListener('open', countUnread);
  // The browser connects again by itself unless it was refused outright.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED && stream === source) {
      stream = undefined;
      setTimeout(follow, 15000);
    }
  });
  return source;
}

/** Keeps the stream open exactly while somebody is signed in. */
export function follow() {
  if (session.get().signedIn) {
    stream ??= listen();
  } else {
    stream?.close();
    stream = undefined;
    unread.set(0);
  }
}

/** @param reload loads the list anew that the listener adds to, if there is one */
export function useNotifications(listener, reload = () => {}) {
  const current = useRef({ listener, reload });
  current.current = { listener, reload };
  useEffect(() => {
    const call = (notification) => current.current.listener(notification);
    const loadAnew = () => current.current.reload();
    listeners.add(call);
    lists.add(loadAnew);
    return () => {
      listeners.delete(call);
      lists.delete(loadAnew);
    };
  }, []);
}
