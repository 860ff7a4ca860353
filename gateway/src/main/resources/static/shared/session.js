// Who reads, what they may do, and the token that their writes need.
import { api, useCsrfFrom, whenSignedOut } from './api.js';
import { route } from './router.js';
import { keptForTab } from './storage.js';
import { createStore } from './store.js';

const ANYBODY = { signedIn: false, roles: [], registration: true, mail: false };

export const session = createStore(ANYBODY);

let csrf;

/** `registration` tells whether accounts are opened here, and not at an issuer elsewhere. */
export async function loadSession() {
  const known = await api.get('/identity/session');
  csrf = known.csrf;
  session.set({ ...ANYBODY, ...known, roles: (known.roles ?? []).map((role) => role.toLowerCase()) });
  if (known.signedIn) join(known.memberId);
}

/** Makes the member known to the suite, once after signing in; nothing on the page waits for it. */
async function join(memberId) {
  if (keptForTab.get('joined') === memberId) return;
  try {
    await api.put('/api/engagement/members/me', {});
    keptForTab.set('joined', memberId);
  } catch {
    // The member is joined by their first write as well.
  }
}

useCsrfFrom(async (refused) => {
  if (refused) csrf = (await api.get('/identity/session')).csrf;
  return csrf;
});

whenSignedOut(() => {
  const { signedIn, registration, mail } = session.get();
  if (signedIn) session.set({ ...ANYBODY, registration, mail });
});

export function hasRole(role) {
  return session.get().roles.includes(role);
}

export function isMe(memberId) {
  return session.get().signedIn && session.get().memberId === memberId;
}

/** Pages with nothing to come back to for who has signed in. */
const BEFORE_SIGNING_IN = ['/register', '/new-password', '/forgotten-password'];

export function signIn() {
  const { path } = route.get();
  if (BEFORE_SIGNING_IN.some((page) => path.startsWith(page))) keptForTab.remove('returnTo');
  else keptForTab.set('returnTo', location.hash);
  location.assign('/oauth2/authorization/townhall');
}

/** Back to where the member was when they chose to sign in. */
export function resumeAfterSignIn() {
  const returnTo = keptForTab.get('returnTo');
  if (!session.get().signedIn || !returnTo) return;
  keptForTab.remove('returnTo');
  if (route.get().path === '/') location.hash = returnTo;
}

/** Whether the sign-in led back without a session; asked once, so that a reload does not say it again. */
export function cameFromFailedSignIn() {
  const failed = new URLSearchParams(location.search).get('sign-in') === 'failed';
  if (failed) history.replaceState(history.state, '', `/${location.hash}`);
  return failed;
}

/** Leaves as a page, not as a request of a script, because an issuer of its own wants to end its session too. */
export function signOut() {
  keptForTab.remove('joined');
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/sign-out';
  const token = document.createElement('input');
  token.type = 'hidden';
  token.name = '_csrf';
  token.value = csrf.token;
  form.append(token);
  document.body.append(form);
  form.submit();
}
