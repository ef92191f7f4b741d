// What a person does with the page, in words of the page.

/** @typedef {import('./page.mjs').Page} Page */

export const SEARCH = '[data-testid=search]';
export const COUNT = '[data-testid=count]';
export const PAPER = '[data-testid=paper]';
export const ROW = '[data-testid=row]';
export const LIST = '#paper-list';
export const COMPLETIONS = '#completions';

/** @param {string} key */
export const row = (key) => `${ROW}[data-key="${key}"]`;
/** @param {'category' | 'day' | 'author'} kind @param {string} value */
export const filter = (kind, value) => `[data-testid=${kind}-filter][data-value="${value}"]`;

/** Waits until nothing is being read or searched, and the list, where there is one to see, shows what was found. @param {Page} page */
export const settled = (page) =>
  page.until('the page is settled', () => {
    const count = document.querySelector('[data-testid=count]');
    const progress = document.querySelector('[data-testid=progress]');
    if (!count || count.hasAttribute('aria-busy') || progress?.checkVisibility()) return false;
    const list = document.querySelector('#paper-list');
    if (!count.checkVisibility() || !list?.checkVisibility()) return true;
    // "12 of 68 papers": each row says how many there are.
    const found = Math.min(...Array.from(count.textContent.replaceAll(',', '').matchAll(/\d+/g), Number));
    return found === Number(list.querySelector('[aria-setsize]')?.getAttribute('aria-setsize') ?? 0);
  });

/** @param {Page} page @param {string} text such as "12 of 68 papers" */
export async function countIs(page, text) {
  await page.until(
    `the count is “${text}”`,
    (text) => {
      const count = document.querySelector('[data-testid=count]');
      return count?.checkVisibility() && !count.hasAttribute('aria-busy') && count.textContent === text;
    },
    text,
  );
  await settled(page);
}

/** The number of papers found, once the answer is there. @param {Page} page */
export async function found(page) {
  await settled(page);
  return Number((await page.text(COUNT)).match(/[\d,]+/)?.[0].replaceAll(',', ''));
}

/** @param {Page} page @param {number} count */
export async function openSample(page, count) {
  await page.click('[data-testid=sample]');
  await countIs(page, `${count} papers`);
}

/** Enters a query and leaves the box, whose completions would lie over the list. @param {Page} page @param {string} query */
export async function search(page, query) {
  await page.fill(SEARCH, query);
  await page.evaluate(
    (selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).blur(),
    SEARCH,
  );
  const count = await found(page);
  // The address follows. Whoever reloads sooner comes back with the query before.
  await page.until(
    'the address has the query',
    (query) => /[#&]q=/.test(location.hash) === (query.trim() !== ''),
    query,
  );
  return count;
}

/** Digests, marks, searches. @param {Page} page */
export async function forgetEverything(page) {
  await page.click('[data-testid=report-open]');
  await page.click('[data-testid=storage] summary');
  await page.click('[data-testid=forget]');
  await page.click('[data-testid=forget-sure]');
}

/** Waits until the completions are those of the text in the box. @param {Page} page */
export const completionsAreThere = (page) =>
  page.until(
    'there are completions',
    (selector) => {
      const list = document.querySelector(selector);
      return list?.checkVisibility() && !list.hasAttribute('aria-busy');
    },
    COMPLETIONS,
  );

/** Waits until the sheet of licences shows them. @param {Page} page */
export const licencesAreThere = (page) =>
  page.until(
    'the licences are there',
    (words) => {
      const text = document.querySelector('[data-testid=licenses-text]');
      return text?.checkVisibility() && text.textContent?.includes(words);
    },
    'with Reserved Font Name KaTeX_Main',
  );

/** @param {Page} page @param {string} key waits until this paper is open */
export const paperIs = (page, key) =>
  page.until(
    `${key} is open`,
    (key) => {
      const pane = document.querySelector('[data-testid=paper]');
      return pane?.checkVisibility() && pane.getAttribute('data-key') === key;
    },
    key,
  );

/** @param {Page} page @param {string} key */
export async function openPaper(page, key) {
  await page.click(row(key));
  await paperIs(page, key);
}

/**
 * One after the other, as a person presses them: letters that come at once are a word.
 * @param {Page} page
 * @param {...string} keys each a key, or several letters
 */
export async function pressEach(page, ...keys) {
  for (const key of keys.flatMap((each) => (/^[A-Z][a-z]|\+./.test(each) ? [each] : [...each]))) {
    await page.press(key);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
  }
}
