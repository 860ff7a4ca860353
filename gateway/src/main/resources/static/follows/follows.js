// What the member follows; read once, changed at once and put back when the change is refused.
import { api } from '../shared/api.js';
import { session } from '../shared/session.js';
import { createStore } from '../shared/store.js';
import { toast } from '../shared/ui/announcer.js';
import { messageOf } from '../shared/ui/problems.js';
import { useEffect } from '../shared/view.js';

const follows = createStore(new Set());
let readFor;

const keyOf = (type, id) => `${type}/${id}`.toLowerCase();

async function read() {
  readFor = session.get().memberId;
  try {
    const { items } = await api.get('/api/engagement/follows', { limit: 100 });
    follows.set(new Set(items.map((follow) => keyOf(follow.type, follow.id))));
  } catch {
    readFor = undefined;
  }
}

async function change(key, following) {
  const before = follows.get();
  const after = new Set(before);
  if (following) after.add(key);
  else after.delete(key);
  follows.set(after);
  try {
    await (following ? api.put : api.delete)(`/api/engagement/follows/${key}`);
  } catch (problem) {
    follows.set(before);
    toast(messageOf(problem), 'bad');
  }
}

/** @returns whether the member follows it, and a function that follows or stops following */
export function useFollow(type, id) {
  useEffect(() => {
    if (session.get().signedIn && readFor !== session.get().memberId) read();
  }, []);
  const key = keyOf(type, encodeURIComponent(id));
  const following = follows.use().has(keyOf(type, id));
  return [following, () => change(key, !following)];
}
