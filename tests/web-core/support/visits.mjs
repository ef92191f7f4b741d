// Visits to the page in one browser: who opens it, what is dropped there, what is looked for.
import { afterEach, beforeEach, mock } from 'node:test';
import { freshBrowser } from '../../web/support/browser.mjs';
import { until } from '../../web/support/clock.mjs';
import { createReader } from './reader.mjs';
import { createPlatform } from './workers.mjs';

/** @typedef {ReturnType<typeof createReader>} Reader */

/** @type {Reader[]} */
let open = [];

function leaveAll() {
  for (const reader of open) reader.end();
  open = [];
}

beforeEach(freshBrowser);
afterEach(() => {
  leaveAll();
  mock.restoreAll();
});

/** A page, or another tab of the same browser. @param {Parameters<typeof createReader>[0]} [parts] */
export function openPage(parts) {
  const reader = createReader(parts);
  open.push(reader);
  return reader;
}

/** The next visit: no page of before is open any more. @param {string[]} [deadly] files at which the core stops when it reads them */
export async function visit(deadly = []) {
  leaveAll();
  const reader = openPage({ platform: createPlatform({ deadly: new Set(deadly) }) });
  await reader.start();
  return reader;
}

/** @param {number} serial @param {string} [title] @param {string} [category] */
export const paper = (serial, title = `Tea ${serial}`, category = 'cs.LG') =>
  `### [1] [${title}](https://arxiv.org/abs/2601.${String(serial).padStart(5, '0')})\n*Ada*\n\nMain category: ${category}\n\nTL;DR: tea\n`;

/** Two days, three categories. */
export const JANUARY = {
  '2026-01-14.md': [
    paper(1, 'Tea', 'cs.LG'),
    paper(2, 'Tea and bread', 'cs.LG'),
    paper(3, 'Bread', 'cs.CL'),
  ].join('\n\n'),
  '2026-01-15.md': [paper(4, 'Tea with milk', 'cs.LG'), paper(5, 'Milk', 'math.CO')].join('\n\n'),
};

/** Files of a paper each, by name. @param {number} count @returns {Record<string, string>} */
export const days = (count) =>
  Object.fromEntries(Array.from({ length: count }, (_, day) => [`2026-01-${day + 10}.md`, paper(day + 10)]));
/** @param {number} count */
export const fileNames = (count) => Object.keys(days(count));
/** Of their digests. @param {number} count */
export const dayNames = (count) => fileNames(count).map((name) => name.replace('.md', ''));

/** Name and reason of what could not be opened. @param {Reader} reader */
export const refused = (reader) =>
  reader.store.get().shelf.refused.map(({ name, code }) => `${name} ${code}`);

/** The newest question has its answer. @param {Reader} reader */
export const answered = (reader) => until('the answer is there', () => !reader.store.get().searching);

/** How many papers a query finds. @param {Reader} reader @param {string} text */
export async function found(reader, text) {
  reader.store.set({ address: { ...reader.store.get().address, text } });
  await reader.searching.search();
  await answered(reader);
  return reader.store.get().answer?.result.total;
}

/** Every look at the clock is a second later: what is done now and then is done each time. */
export function hurry() {
  let now = 0;
  mock.method(performance, 'now', () => (now += 1000));
}
