// A small live chart of events a second, one line a service. The table below it says the same in numbers.
import { shortNumber, t } from '../i18n/index.js';
import { html } from '../shared/view.js';

const SIZE = 100;

/** The next rounder number, so that the scale does not jump with every sample. */
function ceiling(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((each) => each >= value);
}

/** A path through the values that ends at the right edge; it breaks off where nothing was measured. */
function line(values, top, samples) {
  const x = (at) => SIZE * (1 - (values.length - 1 - at) / (samples - 1));
  const y = (value) => SIZE * (1 - value / top);
  return values
    .map((value, at) => {
      if (value === undefined) return '';
      return `${values[at - 1] === undefined ? 'M' : 'L'}${x(at).toFixed(2)} ${y(value).toFixed(2)}`;
    })
    .join('');
}

/**
 * @param series `{name, label, values}`, the newest value last; undefined where nothing was measured
 * @param samples how many values fill the width
 */
export function RateChart({ series, samples, minutes, label }) {
  const measured = series.flatMap(({ values }) => values.filter((value) => value !== undefined));
  const top = ceiling(Math.max(1, ...measured));
  return html`<figure class="chart">
    <div class="chart-area">
      <div class="chart-scale" aria-hidden="true">${[top, top / 2, 0].map((mark) => html`<span key=${mark}>${shortNumber(mark)}</span>`)}</div>
      <svg viewBox="0 0 ${SIZE} ${SIZE}" preserveAspectRatio="none" role="img" aria-label=${label} data-testid="rate-chart">
        ${[0, SIZE / 2, SIZE].map((y) => html`<line key=${y} class="chart-mark" x1="0" x2=${SIZE} y1=${y} y2=${y} />`)}
        ${series.map(({ name, values }) => html`<path key=${name} class="chart-line chart-${name}" d=${line(values, top, samples)} />`)}
      </svg>
      <div class="chart-times" aria-hidden="true"><span>${t('flow.minutesAgo', { n: minutes })}</span><span>${t('flow.now')}</span></div>
    </div>
    <figcaption>
      ${series.map(
        ({ name, label: text }) => html`<span key=${name} class="legend">
          <svg viewBox="0 0 26 4" aria-hidden="true"><path class="chart-line chart-${name}" d="M0 2H26" /></svg>${text}
        </span>`,
      )}
    </figcaption>
  </figure>`;
}
