// The community's topics, read once and shared by all pages that name them.
import { allOf } from './api.js';
import { createStore } from './store.js';
import { useEffect } from './view.js';

const topics = createStore({ items: [], loading: true });
let asked = false;

export async function loadTopics() {
  asked = true;
  try {
    topics.set({ items: await allOf('/api/content/topics'), loading: false });
  } catch (error) {
    asked = false;
    topics.set({ ...topics.get(), loading: false, error });
  }
}

export function useTopics() {
  useEffect(() => {
    if (!asked) loadTopics();
  }, []);
  return topics.use();
}
