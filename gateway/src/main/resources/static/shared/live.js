// The member's notifications as they happen (server-sent events), and how many of them are unread.
import { api } from './api.js';
import { session } from './session.js';
import { createStore } from './store.js';
import { useEffect, useRef } from './view.js';

export const unread = createStore(0);

const listeners = new Set();
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
  // Whatever came while the connection was down is counted when it is up again.
  source.addEventListener('open', countUnread);
  // The browser connects again by itself unless it was refused outright.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED && stream === source) {
      stream = undefined;
      setTimeout(follow, 5000);
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

export function useNotifications(listener) {
  const current = useRef(listener);
  current.current = listener;
  useEffect(() => {
    const call = (notification) => current.current(notification);
    listeners.add(call);
    return () => listeners.delete(call);
  }, []);
}
