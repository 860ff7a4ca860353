// The foot of every page.
import { t } from '../i18n/index.js';
import { html } from '../shared/view.js';

export function Footer() {
  return html`<footer class="site-footer">
    <p>${t('footer.about')}</p>
    <nav aria-label=${t('footer.label')}>
      <a href="/api/content/rss">RSS</a>
      <a href="/docs">${t('footer.api')}</a>
    </nav>
  </footer>`;
}
