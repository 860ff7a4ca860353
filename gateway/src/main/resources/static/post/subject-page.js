// Leads from the bare id of a post, an answer, a comment or a thanks, as other services know it, to where it is read.
import { api } from '../shared/api.js';
import { useResource } from '../shared/loading.js';
import { navigate } from '../shared/router.js';
import { Loading } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { html } from '../shared/view.js';

async function find(id) {
  try {
    await api.get(`/api/content/posts/${id}`);
    navigate(`/posts/${id}`, { replace: true });
  } catch (problem) {
    if (problem.status !== 404) throw problem;
    await findElsewhere(id);
  }
}

async function findElsewhere(id) {
  try {
    const comment = await api.get(`/api/engagement/comments/${id}`);
    navigate(`/posts/${comment.postId}#comment-${id}`, { replace: true });
  } catch (problem) {
    if (problem.status !== 404) throw problem;
    const thanks = await api.get(`/api/engagement/thanks/${id}`);
    navigate(`/members/${thanks.to.id}`, { replace: true });
  }
}

export function SubjectPage({ id }) {
  const { error, reload } = useResource(() => find(id), [id]);
  return error ? html`<${LoadProblem} problem=${error} retry=${reload} />` : html`<${Loading} lines=${1} />`;
}
