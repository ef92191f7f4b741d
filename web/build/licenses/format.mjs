// Formats licenses.txt: all parts, and each licence once. The same parts give the same bytes.

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} version
 * @property {string} license its short name
 * @property {string} [notice] of this part alone
 * @property {string} text of the licence
 */

const LINE = '-'.repeat(80);

/** @param {Part} own @param {Part[]} others @returns {string} */
export function format(own, others) {
  const parts = [own, ...others.sort(byName)].map(tidied);
  /** @type {Map<string, Part[]>} by licence text: parts with identical text are grouped */
  const groups = new Map();
  for (const part of parts) groups.set(part.text, [...(groups.get(part.text) ?? []), part]);
  const contents = parts.map((part) => `  ${titleOf(part)}`).join('\n');
  const sections = [...groups].map(([text, sharing]) => [...sharing.map(headOf), text].join('\n\n'));
  return [`${own.name} holds the work of others. What is in it, and under which licence:\n\n${contents}`, ...sections]
    .map((section) => `${section}\n`)
    .join(`\n${LINE}\n\n`);
}

/** @param {Part} part */
const titleOf = ({ name, version, license }) => `${[name, version].filter(Boolean).join(' ')}: ${license}`;

/** @param {Part} part */
const headOf = (part) => [titleOf(part), part.notice].filter(Boolean).join('\n\n');

/** @param {Part} part @returns {Part} */
const tidied = (part) => ({ ...part, notice: lines(part.notice ?? ''), text: lines(part.text) });

/** @param {string} text */
const lines = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');

/** @param {Part} one @param {Part} other */
function byName(one, other) {
  const [a, b] = [one, other].map((part) => `${part.name.toLowerCase()}\0${titleOf(part)}\0${part.notice}`);
  return a < b ? -1 : Number(a > b);
}
