// A small live chart of events a second, one line a service. The table below it says the same in numbers.
import { number, t } from '../i18n/index.js';
import { html } from '../shared/view.js';

const WIDTH = 720;
const HEIGHT = 200;
const LEFT = 44;
const BOTTOM = 24;
const TOP = 12;

/** The next rounder number, so that the scale does not jump with every sample. */
function ceiling(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 5, 10].map((step) => step * power).find((each) => each >= value);
}

/**
 * @param series `{name, label, values}`, the newest value last; undefined where nothing was measured
 * @param samples how many values fill the width
 */
export function RateChart({ series, samples, label }) {
  const top = ceiling(Math.max(1, ...series.flatMap(({ values }) => values.filter((value) => value !== undefined))));
  const x = (at, length) => LEFT + ((samples - length + at) / (samples - 1)) * (WIDTH - LEFT - 8);
  const y = (value) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  const line = (values) =>
    values
      .map((value, at) => (value === undefined ? '' : `${values[at - 1] === undefined ? 'M' : 'L'}${x(at, values.length).toFixed(1)} ${y(value).toFixed(1)}`))
      .join('');
  const marks = [0, top / 2, top];
  return html`<figure class="chart">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label} data-testid="rate-chart">
      ${marks.map(
        (mark) => html`<g key=${mark} class="chart-mark">
          <line x1=${LEFT} x2=${WIDTH - 8} y1=${y(mark)} y2=${y(mark)} />
          <text x=${LEFT - 8} y=${y(mark) + 4} text-anchor="end">${number(mark, { notation: 'compact' })}</text>
        </g>`,
      )}
      ${series.map(({ name, values }) => html`<path key=${name} class="chart-line chart-${name}" d=${line(values)} />`)}
      <text class="chart-axis" x=${LEFT} y=${HEIGHT - 4}>${t('flow.minutesAgo', { n: 2 })}</text>
      <text class="chart-axis" x=${WIDTH - 8} y=${HEIGHT - 4} text-anchor="end">${t('flow.now')}</text>
    </svg>
    <figcaption>
      ${series.map(({ name, label: text }) => html`<span key=${name} class="legend"><i class="legend-${name}"></i>${text}</span>`)}
    </figcaption>
  </figure>`;
}
