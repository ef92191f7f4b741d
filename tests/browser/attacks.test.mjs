import { after, before, describe } from 'node:test';
import { record } from '../support/reliability.mjs';
import { attacksWith } from './hostile/attacks.mjs';
import { startCanary } from './hostile/canary.mjs';
import { jsonLines } from './hostile/grammar.mjs';
import { SIZES } from './hostile/sizes.mjs';
import { attacks, moreAttacks } from './scenarios/attacks.mjs';
import { launchChromium } from './support/chromium.mjs';
import { launchFirefox } from './support/firefox.mjs';
import { runMatrix } from './support/matrix.mjs';

/** @type {Record<string, { launch: typeof launchFirefox | typeof launchChromium, home: import('./support/matrix.mjs').Address, leaves?: boolean }>} */
const BROWSERS = {
  Chromium: { launch: launchChromium, home: 'over http' },
  Firefox: { launch: launchFirefox, home: 'from one file', leaves: true },
};

describe('the page under attack', { concurrency: 1 }, () => {
  /** @type {Awaited<ReturnType<typeof startCanary>>} */
  let canary;
  /** @type {Map<string, Record<string, number>>} the longest waits, by what was open and browser */
  const waits = new Map();
  before(async () => (canary = await startCanary()));
  after(() => {
    canary.close();
    record('attacks', report(waits, canary.hits.length));
  });
  for (const [name, { launch, home, leaves = false }] of Object.entries(BROWSERS)) {
    /** @param {string} what @param {number} longest */
    const measured = (what, longest) => {
      const known = waits.get(what) ?? {};
      waits.set(what, { ...known, [name]: Math.max(known[name] ?? 0, longest) });
    };
    const groups = [{ scenarios: attacks(() => canary, measured), strict: true }];
    const others = [{ scenarios: moreAttacks(() => canary, measured), strict: true }];
    if (leaves) runMatrix(`attacks in ${name}`, launch, [], home, [...groups, ...others]);
    else runMatrix(`attacks in ${name}`, launch, groups, home, others);
  }
});

/** @param {Map<string, Record<string, number>>} waits @param {number} fetched */
function report(waits, fetched) {
  const all = attacksWith('http://127.0.0.1/');
  /** @type {Map<string, number>} */
  const families = new Map();
  for (const { family } of all) families.set(family, (families.get(family) ?? 0) + 1);
  const names = Object.keys(BROWSERS);
  return `## Attacks

${all.length} texts, each in every field of a paper, in JSON Lines and in Markdown, and the short ones as names of files;
${jsonLines().length} lines that attack the reader of JSON; ${Object.keys(SIZES).length} papers that are too large in one way. Each was opened, read and searched
for in Chromium and Firefox, over http and from one file.

| family | texts |
| --- | ---: |
${[...families].map(([family, count]) => `| ${family} | ${count} |`).join('\n')}

Ran: 0, else the tests fail. Fetched: ${fetched}.

The longest time for which the page did not answer, in milliseconds:

| open | ${names.join(' | ')} |
| --- | ${names.map(() => '---:').join(' | ')} |
${[...waits].map(([what, by]) => `| ${what} | ${names.map((name) => by[name] ?? '–').join(' | ')} |`).join('\n')}`;
}
