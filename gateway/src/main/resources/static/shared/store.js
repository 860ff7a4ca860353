// A value that components and plain modules watch together.
import { useEffect, useState } from './view.js';

export function createStore(initial) {
  let value = initial;
  const listeners = new Set();
  const store = {
    get: () => value,
    set(next) {
      value = next;
      listeners.forEach((listener) => listener(value));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** The value in a component, which is drawn again when it changes. */
    use() {
      const [, redraw] = useState(0);
      useEffect(() => store.subscribe(() => redraw((n) => n + 1)), []);
      return value;
    },
  };
  return store;
}
