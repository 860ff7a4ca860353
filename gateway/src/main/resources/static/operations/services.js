// The flow of events through the four services, sampled while the page is open.
import { api } from '../shared/api.js';
import { useCallback, useEffect, useRef, useState } from '../shared/view.js';

export const SERVICES = ['content', 'engagement', 'moderation', 'rewards'];
const SAMPLE_EVERY_MS = 2000;
export const SAMPLES_KEPT = 60;
export const MINUTES_KEPT = (SAMPLES_KEPT * SAMPLE_EVERY_MS) / 60_000;

/** Per second, from two cumulative numbers. A service that began anew counts from zero again. */
function rate(now, before, counter) {
  const [to, from] = [now.flow?.[counter], before?.flow?.[counter]];
  if (to === undefined || from === undefined || to < from) return undefined;
  return ((to - from) * 1000) / (now.at - before.at);
}

async function sample(service) {
  try {
    const flow = await api.get(`/api/${service}/operations/flow`);
    return { at: performance.now(), flow };
  } catch (problem) {
    return { at: performance.now(), problem };
  }
}

function append(history = [], taken) {
  const before = history.at(-1);
  const delivered = rate(taken, before, 'eventsDelivered');
  const handled = rate(taken, before, 'eventsHandled');
  return [...history.slice(1 - SAMPLES_KEPT), { ...taken, delivered, handled }];
}

/** @returns for each service its samples, oldest first, and a function that takes one more at once */
export function useFlow(paused) {
  const [flow, setFlow] = useState({});
  const busy = useRef(false);
  const take = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    const taken = await Promise.all(SERVICES.map(sample));
    busy.current = false;
    setFlow((before) => Object.fromEntries(SERVICES.map((service, at) => [service, append(before[service], taken[at])])));
  }, []);
  useEffect(() => {
    if (paused) return undefined;
    take();
    const timer = setInterval(() => document.visibilityState === 'visible' && take(), SAMPLE_EVERY_MS);
    return () => clearInterval(timer);
  }, [paused]);
  return [flow, take];
}
