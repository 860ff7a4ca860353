// A post with its answers and comments. What becomes of the reader's own contributions is followed live.
import { t, tKnown } from '../i18n/index.js';
import { allOf, api, getForAll } from '../shared/api.js';
import { Slot } from '../shared/features.js';
import { useNotifications } from '../shared/live.js';
import { useRepeated, useResource } from '../shared/loading.js';
import { navigate, route } from '../shared/router.js';
import { isMe, session } from '../shared/session.js';
import { announce } from '../shared/ui/announcer.js';
import { KindBadge, Loading, TopicLinks, usePageTitle } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { isOnTheWay } from '../shared/visibility.js';
import { html, useEffect, useMemo, useRef } from '../shared/view.js';
import { Answers } from './answers.js';
import { Byline } from './byline.js';
import { Comments } from './comments.js';
import { PostActions } from './post-actions.js';
import { useReactions } from './reactions.js';
import { StatusBanner } from './status-banner.js';

/** While something of the reader's own is being checked, in case a notification is lost on its way. */
const LOOK_AGAIN_MS = 5000;

export default function PostPage({ id }) {
  const own = useRef(new Set());
  const thread = useResource(() => loadThread(id, own.current), [id]);
  const { post, answers } = thread.data ?? {};
  const ids = useMemo(() => (post ? [post.id, ...answers.map((answer) => answer.id)] : []), [thread.data]);
  const comments = useResource(
    () => (ids.length ? getForAll('/api/engagement/comments', 'post', ids) : Promise.resolve(undefined)),
    [ids.join()],
  );
  const targets = [...ids, ...(comments.data ?? []).map((comment) => comment.id)];
  const reactions = useReactions(targets);
  usePageTitle(post?.title);

  useEffect(() => {
    if (post?.questionId) navigate(`/posts/${post.questionId}#${route.get().fragment || `answer-${post.id}`}`, { replace: true });
  }, [post?.questionId]);

  const refresh = () => {
    thread.reload();
    comments.reload();
  };
  useNotifications((notification) => {
    const told = `${notification.link} ${Object.values(notification.facts ?? {}).join(' ')}`;
    if (targets.some((target) => told.includes(target))) refresh();
  });
  const mine = [post, ...(answers ?? []), ...(comments.data ?? [])].filter((each) => each && isMe(each.author.id));
  useRepeated(refresh, mine.some(isOnTheWay) ? LOOK_AGAIN_MS : undefined);
  useAnnouncedChanges(mine);
  useFragment(Boolean(comments.data));

  if (!post) {
    return thread.error ? html`<${LoadProblem} problem=${thread.error} retry=${thread.reload} />` : html`<${Loading} lines=${2} />`;
  }
  if (post.questionId) return null;

  const changeComments = (edit) => comments.change((items) => edit(items ?? []));
  const replacePost = (changed) => thread.change((data) => ({ ...data, post: { ...data.post, ...changed } }));
  const discussion = { comments, changeComments, reactions };
  const isQuestion = post.kind === 'QUESTION';
  return html`<div class="page page-post">
    <article class="card post" aria-labelledby="post-title" data-testid="post" data-status=${post.status}>
      <div class="post-kind">
        <${KindBadge} kind=${post.kind} />
        <${TopicLinks} topics=${post.topics} />
      </div>
      <h1 id="post-title">${post.title}</h1>
      <${Byline} content=${post} />
      <${StatusBanner} content=${post} onChanged=${refresh} />
      <div class="prose" data-testid="post-body" dangerouslySetInnerHTML=${{ __html: post.html }}></div>
      <${PostActions} post=${post} reactions=${reactions} onChanged=${refresh}>
        <${Slot} name="postActions" post=${post} />
      <//>
      ${isQuestion ? html`<${Comments} postId=${post.id} ...${discussion} />` : null}
    </article>
    ${isQuestion
      ? html`<${Answers}
          question=${post}
          answers=${answers}
          discussion=${discussion}
          onQuestionChanged=${replacePost}
          onChanged=${refresh}
          onWritten=${(answer) => {
            own.current.add(answer.id);
            thread.change((data) => ({ ...data, answers: [...data.answers, answer] }));
          }}
        />`
      : html`<section class="section" aria-labelledby="comments-title">
          <h2 id="comments-title">${t('comments.title', { n: comments.data?.length ?? 0 })}</h2>
          <${Comments} postId=${post.id} ...${discussion} open />
        </section>`}
  </div>`;
}

/** The thread, with those of the reader's own answers that others cannot see yet. */
async function loadThread(id, ownAnswers) {
  let { post, answers, next } = await api.get(`/api/content/posts/${id}/thread`).catch((problem) => threadOfAnswer(id, problem));
  if (next) answers = [...answers, ...(await allOf(`/api/content/posts/${id}/answers`, { cursor: next }))];
  if (post.kind === 'QUESTION' && session.get().signedIn) {
    const missing = [...ownAnswers].filter((own) => !answers.some((answer) => answer.id === own));
    const found = await Promise.all(missing.map((own) => api.get(`/api/content/posts/${own}`).catch(() => undefined)));
    answers = [...answers, ...found.filter(Boolean)];
  }
  return { post, answers };
}

/** An answer has no thread of its own; its question is where it is read. */
async function threadOfAnswer(id, problem) {
  if (problem.status !== 404) throw problem;
  return { post: await api.get(`/api/content/posts/${id}`), answers: [] };
}

/** Says when something of the reader's own is no longer in the state in which it was last seen. */
function useAnnouncedChanges(mine) {
  const seen = useRef(new Map());
  useEffect(() => {
    for (const content of mine) {
      const before = seen.current.get(content.id);
      if (before && before !== content.status) {
        announce(t('post.statusChanged', { status: tKnown('status', content.status) }));
      }
      seen.current.set(content.id, content.status);
    }
  });
}

/** Brings the answer or comment that the address names into sight, once it is there. */
function useFragment(loaded) {
  const { fragment } = route.use();
  useEffect(() => {
    const target = fragment && loaded && document.getElementById(fragment);
    if (!target) return;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  }, [fragment, loaded]);
}
