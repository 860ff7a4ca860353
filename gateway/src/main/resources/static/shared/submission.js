// A form's submission: one at a time, and the same content sent twice is one and the same request to the server.
import { useCallback, useRef, useState } from './view.js';
import { newKey } from './api.js';

/**
 * @param send called with the body and the Idempotency-Key
 * @returns submit (answers the result, or undefined when refused or already under way), problem, busy
 */
export function useSubmission(send) {
  const [state, setState] = useState({ busy: false });
  const underWay = useRef(false);
  const attempt = useRef({});
  const currentSend = useRef(send);
  currentSend.current = send;

  const submit = useCallback(async (body) => {
    if (underWay.current) return undefined;
    underWay.current = true;
    const content = JSON.stringify(body);
    if (attempt.current.content !== content) attempt.current = { content, key: newKey() };
    setState({ busy: true });
    try {
      const result = await currentSend.current(body, attempt.current.key);
      attempt.current = {};
      setState({ busy: false });
      return result ?? true;
    } catch (problem) {
      setState({ busy: false, problem });
      return undefined;
    } finally {
      underWay.current = false;
    }
  }, []);

  return { ...state, submit };
}
