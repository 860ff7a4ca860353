// What moderators do to a case: claim, release, escalate, note, decide.
import { t } from '../i18n/index.js';
import { api } from '../shared/api.js';
import { useSubmission } from '../shared/submission.js';
import { toast } from '../shared/ui/announcer.js';
import { messageOf } from '../shared/ui/problems.js';
import { useState } from '../shared/view.js';

const STALE = Symbol('changed meanwhile');

/**
 * A case that somebody else changed meanwhile is loaded again, and the moderator told, instead of written over.
 *
 * @param onChanged called with the case as it is now
 */
export function useCaseActions(openCase, onChanged) {
  const [explaining, setExplaining] = useState();
  const path = openCase && `/api/moderation/cases/${openCase.id}`;
  const stopExplaining = () => setExplaining(undefined);

  const loadAgain = async () => {
    stopExplaining();
    toast(t('case.stale'), 'bad');
    try {
      onChanged(await api.get(path));
    } catch (problem) {
      toast(messageOf(problem), 'bad');
    }
  };
  const act = async (request, done) => {
    try {
      const changed = await request();
      toast(t(done));
      onChanged(changed);
    } catch (problem) {
      if (problem.isStale) await loadAgain();
      else toast(messageOf(problem), 'bad');
    }
  };

  const send = (decision) => api.post(`${path}/decision`, { ...decision, version: openCase.version });
  const submission = useSubmission(async (decision) => {
    try {
      return await send(decision);
    } catch (problem) {
      if (!problem.isStale) throw problem;
      await loadAgain();
      return STALE;
    }
  });

  return {
    explaining,
    submission,
    begin: ({ action, explained }) =>
      explained ? setExplaining(action) : act(() => send({ action }), `decision.${action}.done`),
    decideExplained: async (decision) => {
      const changed = await submission.submit(decision);
      if (!changed || changed === STALE) return;
      stopExplaining();
      toast(t(`decision.${decision.action}.done`));
      onChanged(changed);
    },
    stopExplaining,
    move: (step) => act(() => api.post(`${path}/${step}`, { version: openCase.version }), `case.${step}.done`),
    addNote: (text) => act(() => api.post(`${path}/notes`, { text }), 'case.note.done'),
  };
}
