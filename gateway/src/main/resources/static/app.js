// The console's start: routes to pages, and what surrounds them.
import { locale, t } from './i18n/index.js';
import { FeedPage } from './feed/feed-page.js';
import { AccountPage } from './identity/account-page.js';
import { ConfirmEmailPage } from './identity/confirm-email-page.js';
import { ForgottenPasswordPage } from './identity/forgotten-password-page.js';
import { NewPasswordPage } from './identity/new-password-page.js';
import { RegisterPage } from './identity/register-page.js';
import { LeaderboardPage } from './members/leaderboard-page.js';
import { MemberPage } from './members/member-page.js';
import { MePage } from './members/me-page.js';
import { CasePage } from './moderation/case-page.js';
import { QueuePage } from './moderation/queue-page.js';
import { NotificationsPage } from './notifications/notifications-page.js';
import { AccountsPage } from './operations/accounts-page.js';
import { ActsPage } from './operations/acts-page.js';
import { FlowPage } from './operations/flow-page.js';
import { TopicsAdministrationPage } from './operations/topics-administration-page.js';
import { PostPage } from './post/post-page.js';
import { SubjectPage } from './post/subject-page.js';
import { follow } from './shared/live.js';
import { match, route, scrollPosition } from './shared/router.js';
import { cameFromFailedSignIn, hasRole, loadSession, resumeAfterSignIn, session, signIn } from './shared/session.js';
import { Announcer, announce, toast } from './shared/ui/announcer.js';
import { Empty, usePageTitle } from './shared/ui/pieces.js';
import { SignInPrompt } from './shared/ui/sign-in-prompt.js';
import { Footer } from './shell/footer.js';
import { Header } from './shell/header.js';
import { TabBar } from './shell/tab-bar.js';
import { TopicsPage } from './topics/topics-page.js';
import { TopicPage } from './topics/topic-page.js';
import { EditPage } from './write/edit-page.js';
import { WritePage } from './write/write-page.js';
import { html, render, useEffect, useErrorBoundary, useLayoutEffect, useRef } from './shared/view.js';

const routes = [
  ['/', { page: FeedPage, order: 'latest' }],
  ['/hot', { page: FeedPage, order: 'hot' }],
  ['/unanswered', { page: FeedPage, order: 'unanswered' }],
  ['/topics', { page: TopicsPage }],
  ['/topics/:slug', { page: TopicPage, order: 'latest' }],
  ['/topics/:slug/hot', { page: TopicPage, order: 'hot' }],
  ['/topics/:slug/unanswered', { page: TopicPage, order: 'unanswered' }],
  ['/posts/:id', { page: PostPage }],
  ['/posts/:id/edit', { page: EditPage, role: 'member' }],
  ['/subjects/:id', { page: SubjectPage }],
  ['/write', { page: WritePage, role: 'member' }],
  ['/register', { page: RegisterPage }],
  ['/account', { page: AccountPage, role: 'member' }],
  ['/new-password/:secret', { page: NewPasswordPage }],
  ['/forgotten-password', { page: ForgottenPasswordPage }],
  ['/confirm-email/:secret', { page: ConfirmEmailPage }],
  ['/members/:id', { page: MemberPage }],
  ['/me', { page: MePage, tab: 'points', role: 'member' }],
  // The name by which the services link to a member's points.
  ['/rewards', { page: MePage, tab: 'points', role: 'member' }],
  ['/me/posts', { page: MePage, tab: 'posts', role: 'member' }],
  ['/me/badges', { page: MePage, tab: 'badges', role: 'member' }],
  ['/leaderboards', { page: LeaderboardPage, period: 'week' }],
  ['/leaderboards/:period', { page: LeaderboardPage }],
  ['/notifications', { page: NotificationsPage, role: 'member' }],
  ['/moderation', { page: QueuePage, role: 'moderator' }],
  ['/moderation/cases/:id', { page: CasePage, role: 'moderator' }],
  ['/operations', { page: FlowPage, role: 'operator' }],
  ['/operations/accounts', { page: AccountsPage, role: 'operator' }],
  ['/operations/acts', { page: ActsPage, role: 'operator' }],
  ['/operations/topics', { page: TopicsAdministrationPage, role: 'operator' }],
];

function Page({ path }) {
  const [failure, tryAgain] = useErrorBoundary((error) => console.error(error));
  if (failure) {
    return html`<${Empty} icon="alert" title=${t('problem.unexpected')}>
      <button type="button" class="button" onClick=${tryAgain}>${t('action.retry')}</button>
    <//>`;
  }
  const found = match(routes, path);
  if (!found) return html`<${Elsewhere} title=${t('notFound.title')} text=${t('notFound.text')} />`;
  const { page, role, ...properties } = found.target;
  if (role && !hasRole(role)) {
    const reason = session.get().signedIn ? 'notAllowed' : 'signInFirst';
    return html`<${Elsewhere} title=${t(`${reason}.title`)} text=${t(`${reason}.text`)} offerSignIn=${!session.get().signedIn} />`;
  }
  return html`<${page} ...${properties} ...${found.parameters} />`;
}

function Elsewhere({ title, text, offerSignIn }) {
  usePageTitle(title);
  return html`<${Empty} icon=${offerSignIn ? 'user' : 'question'} heading="h1" title=${title} text=${text}>
    <div class="form-actions centred">
      ${offerSignIn
        ? html`<button type="button" class="button button-primary" onClick=${signIn}>${t('signIn.action')}</button>`
        : null}
      <a class="button" href="#/">${t('notFound.home')}</a>
    </div>
  <//>`;
}

function App() {
  const { path, fragment, returning } = route.use();
  locale.use();
  session.use();
  const main = useRef();
  const first = useRef(true);

  useEffect(() => session.subscribe(follow), []);

  useLayoutEffect(() => {
    scrollTo(0, scrollPosition());
    if (first.current) {
      first.current = false;
      return;
    }
    if (!returning && !fragment) main.current.focus({ preventScroll: true });
    announce(document.title);
  }, [path]);

  const skip = (event) => {
    event.preventDefault();
    main.current.focus();
    main.current.scrollIntoView();
  };

  return html`
    <a class="skip-link" href="#main" onClick=${skip}>${t('skip')}</a>
    <${Header} path=${path} />
    <main id="main" tabindex="-1" ref=${main}><${Page} key=${path} path=${path} /></main>
    <${Footer} />
    <${TabBar} path=${path} />
    <${SignInPrompt} />
    <${Announcer} />
  `;
}

// A console without its session is still worth reading, so a failure here is not the end.
await loadSession().catch((problem) => console.warn(problem));
resumeAfterSignIn();
follow();
if (cameFromFailedSignIn()) toast(t('signIn.failed'), 'bad');
render(html`<${App} />`, document.getElementById('app'));
