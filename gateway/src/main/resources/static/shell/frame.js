// What is around each page, and which page stands in it.
import { locale, t } from '../i18n/index.js';
import { Problem } from '../shared/api.js';
import { routes } from '../shared/features.js';
import { follow } from '../shared/live.js';
import { match, route, scrollPosition } from '../shared/router.js';
import { hasRole, session, signIn } from '../shared/session.js';
import { Announcer, announce } from '../shared/ui/announcer.js';
import { Empty, Loading, usePageTitle } from '../shared/ui/pieces.js';
import { LoadProblem } from '../shared/ui/problems.js';
import { SignInPrompt } from '../shared/ui/sign-in-prompt.js';
import { html, useEffect, useErrorBoundary, useLayoutEffect, useRef, useState } from '../shared/view.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { TabBar } from './tab-bar.js';

const loaded = new Map();

async function load(page) {
  if (!loaded.has(page)) loaded.set(page, (await page()).default);
}

/** Begins to load the page of an address before it is drawn. */
export async function loadPageOf(path) {
  const found = match(routes(), path);
  // What fails here is tried again, and told, where the page is to stand.
  if (found) await load(found.target.page).catch(() => {});
}

function Page({ path }) {
  const [failure, tryAgain] = useErrorBoundary((error) => console.error(error));
  if (failure) {
    return html`<${Empty} icon="alert" title=${t('problem.unexpected')}>
      <button type="button" class="button" onClick=${tryAgain}>${t('action.retry')}</button>
    <//>`;
  }
  const found = match(routes(), path);
  if (!found) return html`<${Elsewhere} title=${t('notFound.title')} text=${t('notFound.text')} />`;
  const { page, role, ...properties } = found.target;
  if (role && !hasRole(role)) {
    const reason = session.get().signedIn ? 'notAllowed' : 'signInFirst';
    return html`<${Elsewhere} title=${t(`${reason}.title`)} text=${t(`${reason}.text`)} offerSignIn=${!session.get().signedIn} />`;
  }
  return html`<${LoadedPage} page=${page} properties=${{ ...properties, ...found.parameters }} />`;
}

/** A page is loaded when it is first opened. */
function LoadedPage({ page, properties }) {
  const [there, setThere] = useState(loaded.has(page));
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!there) load(page).then(() => setThere(true), () => setFailed(true));
  }, []);
  // A browser may not ask again for a module that failed, and another release may be there by now.
  if (failed) return html`<${LoadProblem} problem=${new Problem(0)} retry=${() => location.reload()} />`;
  return there ? html`<${loaded.get(page)} ...${properties} />` : html`<${Loading} />`;
}

function Elsewhere({ title, text, offerSignIn }) {
  usePageTitle(title);
  return html`<${Empty} icon=${offerSignIn ? 'user' : 'question'} heading="h1" title=${title} text=${text}>
    <div class="form-actions centred">
      ${offerSignIn
        ? html`<button type="button" class="button button-primary" onClick=${signIn}>${t('signIn.action')}</button>`
        : null}
      <a class="button" href="#/">${t('action.home')}</a>
    </div>
  <//>`;
}

export function Frame() {
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
