// Hooks for what a page reads: one resource, or a list that goes on by cursor.
import { useCallback, useEffect, useRef, useState } from './view.js';
import { route } from './router.js';

/**
 * @param load answers a promise of the data
 * @param inputs loaded anew when one of them changes
 * @returns data, error, loading; `reload()` keeps what is shown until the answer is there
 */
export function useResource(load, inputs) {
  const [state, setState] = useState({ loading: true });
  const latest = useRef(0);
  const currentLoad = useRef(load);
  currentLoad.current = load;

  const reload = useCallback(async () => {
    const turn = ++latest.current;
    setState((before) => ({ ...before, loading: true }));
    try {
      const data = await currentLoad.current();
      if (turn === latest.current) setState({ data, loading: false });
    } catch (error) {
      if (turn === latest.current) setState((before) => ({ data: before.data, error, loading: false }));
    }
  }, []);

  useEffect(() => {
    setState({ loading: true });
    reload();
    return () => latest.current++;
  }, inputs);

  const change = useCallback((edit) => setState((before) => ({ ...before, data: edit(before.data) })), []);
  return { ...state, reload, change };
}

const listsLeft = new Map();

/**
 * A list by cursor. Coming back to it (the browser's back button) shows it as it was left.
 * The component that uses it carries the key as its own `key`, so a new key begins anew.
 */
export function usePages(key, loadPage) {
  const [state, setState] = useState(
    () => (route.get().returning && listsLeft.get(key)) || { items: [], next: undefined, loading: true },
  );
  const mounted = useRef(true);
  const busy = useRef(false);

  const load = useCallback(async (cursor) => {
    if (busy.current) return;
    busy.current = true;
    setState((before) => ({ ...before, loading: true, error: undefined }));
    try {
      const page = await loadPage(cursor);
      if (!mounted.current) return;
      setState((before) => {
        const items = cursor ? [...before.items, ...page.items] : page.items;
        return { items, next: page.next ?? undefined, loading: false };
      });
    } catch (error) {
      if (mounted.current) setState((before) => ({ ...before, loading: false, error }));
    } finally {
      busy.current = false;
    }
  }, []);

  useEffect(() => {
    mounted.current = true;
    if (state.loading) load();
    return () => {
      mounted.current = false;
    };
  }, []);

  useEffect(() => {
    if (!state.loading) listsLeft.set(key, state);
  }, [state]);

  const change = useCallback((edit) => setState((before) => ({ ...before, items: edit(before.items) })), []);
  return { ...state, more: () => load(state.next), reload: () => load(), change };
}

/** Calls the action every so many milliseconds while the tab is seen; not at all when the period is absent. */
export function useRepeated(action, period) {
  const current = useRef(action);
  current.current = action;
  useEffect(() => {
    if (!period) return undefined;
    const timer = setInterval(() => document.visibilityState === 'visible' && current.current(), period);
    return () => clearInterval(timer);
  }, [period]);
}
