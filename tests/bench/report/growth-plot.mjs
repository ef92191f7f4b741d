// Growth as a picture: three curves over the number of papers, for pages light and dark.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** @typedef {import('../parts/growth.mjs').Point} Point */

const panel = { width: 270, height: 220, left: 52, right: 22, top: 34, bottom: 40 };
const style = `
  text { font: 12px system-ui, sans-serif; fill: #444 }
  .title { font-weight: 600; fill: #111 }
  .grid { stroke: #ddd }
  .curve { fill: none; stroke: #1f5fa8; stroke-width: 2 }
  circle { fill: #1f5fa8 }
  @media (prefers-color-scheme: dark) {
    text { fill: #bbb }
    .title { fill: #eee }
    .grid { stroke: #444 }
    .curve { stroke: #7db4f0 }
    circle { fill: #7db4f0 }
  }`;

/** @param {string} title @param {[papers: number, value: number][]} points @param {number} offset */
function drawPanel(title, points, offset) {
  const x = scaleLinear([0, points[points.length - 1][0]], [panel.left, panel.width - panel.right]);
  const top = Math.max(...points.map(([, value]) => value));
  const y = scaleLinear([0, top], [panel.height - panel.bottom, panel.top]).nice(4);
  const curve = line(
    (/** @type {[number, number]} */ [papers]) => x(papers),
    (/** @type {[number, number]} */ [, value]) => y(value),
  );
  const grid = y.ticks(4).map((/** @type {number} */ tick) => {
    const at = y(tick).toFixed(1);
    return `<path class="grid" d="M${panel.left} ${at}H${panel.width - panel.right}"/>
<text x="${panel.left - 6}" y="${at}" dy="4" text-anchor="end">${y.tickFormat(4)(tick)}</text>`;
  });
  const labels = x
    .ticks(4)
    .map(
      (/** @type {number} */ tick) =>
        `<text x="${x(tick)}" y="${panel.height - panel.bottom + 18}" text-anchor="middle">${tick && `${tick / 1e3}k`}</text>`,
    );
  const dots = points.map(
    ([papers, value]) => `<circle cx="${x(papers).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3"/>`,
  );
  return `<g transform="translate(${offset})">
<text class="title" x="${panel.left}" y="18">${title}</text>
${[...grid, ...labels].join('\n')}
<path class="curve" d="${curve(points)}"/>
${dots.join('\n')}
<text x="${(panel.left + panel.width - panel.right) / 2}" y="${panel.height - 6}" text-anchor="middle">papers</text>
</g>`;
}

/** An SVG file. @param {Point[]} points */
export function plotGrowth(points) {
  /** @type {[string, (point: Point) => number | null][]} */
  const curves = [
    ['Indexing, ms for 1,000 papers', (point) => point.index],
    ['Live memory, kB a paper', (point) => point.memory && point.memory / 1e3],
    ['Query, median, ms', (point) => point.query],
  ];
  const panels = curves
    .filter(([, valueOf]) => points.every((point) => valueOf(point) !== null))
    .map(([title, valueOf], i) =>
      drawPanel(
        title,
        points.map((point) => [point.papers, Number(valueOf(point))]),
        i * panel.width,
      ),
    );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${panels.length * panel.width} ${panel.height}" role="img">
<title>How indexing time, memory and query time grow with the number of papers</title>
<style>${style}
</style>
${panels.join('\n')}
</svg>
`;
}
