// Numbers over days as lines. A drawing has its sizes in user units and takes the width it is given.
import { svg } from '../../dom/svg.js';
import { formatCount, formatDay } from '../../i18n/index.js';

/** @typedef {typeof import('./drawing.js')} Drawing */
/** @typedef {{ name: string, values: readonly number[] }} Line one value a day */

const WIDTH = 720;
const NARROW = 380;
/** Of the space of a day. */
const BAR_SHARE = 0.72;
const HEIGHT = 200;
const LEFT = 34;
const BOTTOM = 22;
const TOP = 8;
const RIGHT = 6;
/** Days between two names of days under a plot, at least. */
const MOST_NAMES = 6;
const TICKS = 4;

const SPARK_WIDTH = 96;
const SPARK_HEIGHT = 20;

/**
 * Lines over days, or bars, with an axis for both.
 * @param {Drawing} drawing
 * @param {readonly string[]} days
 * @param {readonly Line[]} lines
 * @param {object} how
 * @param {string} how.label what screen readers say of it; the numbers are in a table beside it
 * @param {number} how.since index of the first day of the new window
 * @param {boolean} how.isNarrow there is little room
 * @param {boolean} [how.hasBars] the first line is drawn as bars
 */
export function plot({ scaleLinear, scalePoint, line }, days, lines, how) {
  const width = how.isNarrow ? NARROW : WIDTH;
  const most = Math.max(1, ...lines.flatMap(({ values }) => values));
  const y = scaleLinear([0, most], [HEIGHT - BOTTOM, TOP]).nice(TICKS);
  const x = scalePoint(days, [LEFT, width - RIGHT]).padding(0.5);
  const at = (/** @type {number} */ i) => x(days[i]) ?? LEFT;
  const draw = line(
    (_, i) => at(i),
    (/** @type {number} */ value) => y(value),
  );
  const ticks = y.ticks(TICKS).filter(Number.isInteger);
  const names = how.isNarrow ? MOST_NAMES / 2 : MOST_NAMES;
  const step = Math.max(1, Math.ceil(days.length / names));
  const bar = Math.max(1, x.step() * BAR_SHARE);
  const since = at(how.since) - x.step() / 2;
  return svg(
    'svg',
    { class: 'plot', viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': how.label },
    svg('rect', {
      class: 'plot-window',
      x: since,
      y: TOP,
      width: Math.max(0, width - RIGHT - since),
      height: HEIGHT - BOTTOM - TOP,
    }),
    ...ticks.flatMap((tick) => [
      svg('line', { class: 'plot-rule', x1: LEFT, x2: width - RIGHT, y1: y(tick), y2: y(tick) }),
      svg(
        'text',
        { class: 'plot-name', x: LEFT - 6, y: y(tick), dy: '0.32em', 'text-anchor': 'end' },
        formatCount(tick),
      ),
    ]),
    ...days.flatMap((day, i) =>
      i % step === 0
        ? [
            svg(
              'text',
              {
                class: 'plot-name',
                x: at(i),
                y: HEIGHT - 6,
                'text-anchor': i === 0 ? 'start' : i > days.length - 2 ? 'end' : 'middle',
              },
              formatDay(day, 'short'),
            ),
          ]
        : [],
    ),
    ...(how.hasBars
      ? lines[0].values.map((value, i) =>
          svg('rect', {
            class: 'plot-bar',
            x: at(i) - bar / 2,
            y: y(value),
            width: bar,
            height: y(0) - y(value),
          }),
        )
      : lines.map(({ values }, i) =>
          svg('path', { class: 'plot-line', 'data-line': i, d: draw([...values]) ?? '' }),
        )),
  );
}

/**
 * A small line without axes, beside the numbers that it is of.
 * @param {Drawing} drawing
 * @param {readonly number[]} values
 */
export function spark({ scaleLinear, line }, values) {
  const y = scaleLinear([0, Math.max(1, ...values)], [SPARK_HEIGHT - 1, 1]);
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [1, SPARK_WIDTH - 1]);
  const draw = line(
    (_, i) => x(i),
    (/** @type {number} */ value) => y(value),
  );
  return svg(
    'svg',
    { class: 'spark', viewBox: `0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}`, 'aria-hidden': 'true' },
    svg('path', { class: 'spark-line', d: draw([...values]) ?? '' }),
  );
}
