// Leads from the bare id of what members wrote, as other services know it, to where it is read.
import { subjects } from '../shared/features.js';
import { useResource } from '../shared/loading.js';
import { navigate } from '../shared/router.js';
import { Loading } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html } from '../shared/view.js';

/** The first folder to know the subject says where it is read. */
async function find(id) {
  let unknown;
  for (const placeOf of subjects()) {
    try {
      navigate(await placeOf(id), { replace: true });
      return;
    } catch (problem) {
      if (problem.status !== 404) throw problem;
      unknown = problem;
    }
  }
  throw unknown;
}

export default function SubjectPage({ id }) {
  const { error, reload } = useResource(() => find(id), [id]);
  return error ? html`<${LoadProblem} problem=${error} retry=${reload} />` : html`<${Loading} lines=${1} />`;
}
