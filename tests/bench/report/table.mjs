// Rows as a table in the terminal.
import { advantage, engineNames } from './rows.mjs';
import { show } from './statistics.mjs';

/** @typedef {import('./rows.mjs').EngineKey} EngineKey @typedef {import('./rows.mjs').Row} Row */

const answers = new Map([
  [true, 'yes'],
  [false, 'NO'],
  [null, 'not measured'],
]);
const engines = /** @type {EngineKey[]} */ (Object.keys(engineNames));

/** @param {Row} row @param {EngineKey} engine */
function cell(row, engine) {
  const value = row.values[engine];
  if (value === undefined) return '';
  const ratio = engine === 'broadsheet' ? undefined : advantage(row, engine);
  return ratio === undefined ? show(value) : `${show(value)} (${show(ratio)}x)`;
}

/** In columns; cells after the first are set to the right, the last to the left. @param {string[][]} lines */
export function columns(lines) {
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  const last = widths.length - 1;
  return lines
    .map((line) => line.map((text, i) => (i % last ? text.padStart(widths[i]) : text.padEnd(widths[i]))))
    .map((line) => line.join('  ').trimEnd())
    .join('\n');
}

/** Why something of a row is missing. @param {Row} row */
function reasonsOf({ part, what, why, goals }) {
  const open = goals.filter(({ met }) => met === null).map(({ text }) => text);
  const reason = why || (open.length > 0 ? `${open.join(', ')}: that peer was left out` : '');
  return reason ? [`  ${part}: ${what}: ${reason}`] : [];
}

/** @param {Row[]} rows */
export function printTable(rows) {
  const present = engines.filter((engine) => rows.some((row) => row.values[engine] !== undefined));
  const lines = [['', ...present.map((engine) => engineNames[engine]), '  goal met?']];
  for (const row of rows) {
    const goals = row.goals.map(({ text, met }) => `${text}: ${answers.get(met)}`).join(', ');
    lines.push([`${row.part}: ${row.what}`, ...present.map((engine) => cell(row, engine)), `  ${goals}`]);
  }
  console.log(`\n${columns(lines)}`);
  console.log('(In brackets: how many times better Broadsheet is.)');
  const reasons = rows.flatMap(reasonsOf);
  if (reasons.length > 0) console.log(`\nNot measured, or not as it should be:\n${reasons.join('\n')}`);
}
