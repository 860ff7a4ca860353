// The console: the folders it is made of, in the order in which they stand in menus and on pages; and its start.
import './feed/feature.js';
import './post/feature.js';
import './topics/feature.js';
import './write/feature.js';
import './members/feature.js';
import './identity/feature.js';
import './notifications/feature.js';
import './moderation/feature.js';
import './operations/feature.js';
import './follows/feature.js';
import './thanks/feature.js';
import './shell/feature.js';

import { t } from './i18n/index.js';
import { follow } from './shared/live.js';
import { route } from './shared/router.js';
import { cameFromFailedSignIn, loadSession, resumeAfterSignIn } from './shared/session.js';
import { toast } from './shared/ui/announcer.js';
import { html, render } from './shared/view.js';
import { Frame, loadPageOf } from './shell/frame.js';

// A console without its session is still worth reading, so a failure here is not the end.
await Promise.all([loadSession().catch((problem) => console.warn(problem)), loadPageOf(route.get().path)]);
resumeAfterSignIn();
follow();
if (cameFromFailedSignIn()) toast(t('signIn.failed'), 'bad');
render(html`<${Frame} />`, document.getElementById('app'));
