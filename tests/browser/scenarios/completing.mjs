// What the text in the search box could go on as.
import assert from 'node:assert/strict';
import { sampleText } from '../support/dist.mjs';
import { contentsOf, papersOf } from '../support/digest-text.mjs';
import { COMPLETIONS, SEARCH, completionsAreThere, found, openSample, settled } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const papers = papersOf(sampleText);
const ALL = papers.length;
const BY_PERELMAN = papers.filter(({ authors }) => authors.includes('Grisha Perelman')).length;
const AUTHOR = `${COMPLETIONS} [data-kind=author]`;

/** @param {Page} page @param {string} text in place of what is there */
async function type(page, text) {
  await page.fill(SEARCH, '');
  await page.type(text);
  await completionsAreThere(page);
}

/** @param {Page} page */
const box = (page) =>
  page.evaluate(() => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
    return {
      text: input.value,
      caret: input.selectionStart === input.selectionEnd ? input.selectionStart : null,
      expanded: input.getAttribute('aria-expanded'),
      active: input.getAttribute('aria-activedescendant'),
      selected: document.querySelector('#completions [aria-selected=true]')?.id ?? null,
      focus: document.activeElement?.id,
    };
  });

/** @param {Page} page @param {string} selector moves down until this option is the active one */
async function moveTo(page, selector) {
  for (let step = 0; step < 9; step++) {
    await page.press('ArrowDown');
    if (await page.count(`${selector}[aria-selected=true]`)) return;
  }
  assert.fail(`ArrowDown never came to ${selector}`);
}

/** @type {import('../support/matrix.mjs').Scenarios} */
export const completing = {
  async 'typing offers authors, categories and fields, each with its kind and count'(page) {
    await openSample(page, ALL);
    await type(page, 'perel');
    await page.says(AUTHOR, new RegExp(`Perelman author · ${BY_PERELMAN} papers?$`));
    await type(page, 'math');
    await page.until(
      'a category is offered',
      () =>
        document.querySelector('#completions [data-kind=category]')?.textContent ===
        'math.DG category · 2 papers',
    );
    assert.equal(contentsOf(sampleText)['math.DG'], 2);
    await type(page, 'auth');
    await page.until('a field is offered', () => {
      const options = [...document.querySelectorAll('#completions [data-kind=field]')];
      return options.some((option) => option.textContent === 'author: papers by an author');
    });
  },

  async 'the phrases of the titles are offered'(page) {
    await openSample(page, ALL);
    await type(page, 'ricci');
    await page.until('a phrase is offered', () =>
      [...document.querySelectorAll('#completions [data-kind=phrase]')].some((option) =>
        option.textContent?.toLowerCase().startsWith('ricci flow'),
      ),
    );
  },

  async 'nothing is preselected, and Enter goes on to the list'(page) {
    await openSample(page, ALL);
    await type(page, 'perel');
    assert.deepEqual(await box(page), {
      text: 'perel',
      caret: 5,
      expanded: 'true',
      active: null,
      selected: null,
      focus: 'search',
    });
    await page.press('Enter');
    await page.hidden(COMPLETIONS);
    const { text, expanded, focus } = await box(page);
    assert.deepEqual([text, expanded, focus], ['perel', 'false', 'paper-list']);
  },

  async 'Down and Up go through the options and past their ends to the text'(page) {
    await openSample(page, ALL);
    await type(page, 'cat:');
    const count = await page.count(`${COMPLETIONS} [role=option]`);
    assert.ok(count > 1 && count <= 8);
    for (const [key, index] of /** @type {[string, number][]} */ ([
      ['ArrowDown', 0],
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['ArrowUp', -1],
      ['ArrowUp', count - 1],
      ['ArrowDown', -1],
    ])) {
      await page.press(key);
      const { active, selected, text, caret } = await box(page);
      const id = index < 0 ? null : `completion-${index}`;
      assert.deepEqual([active, selected, text, caret], [id, id, 'cat:', 4], key);
    }
  },

  async 'Enter takes the active option, and the caret stands after it'(page) {
    await openSample(page, ALL);
    await page.fill(SEARCH, ' ricci');
    await page.press('Home');
    await page.type('perel');
    await completionsAreThere(page);
    await moveTo(page, AUTHOR);
    await page.press('Enter');
    await page.hidden(COMPLETIONS);
    const { text, caret, focus } = await box(page);
    assert.match(text, /^author:.*Perelman.* ricci$/);
    assert.deepEqual([caret, focus], [text.length - ' ricci'.length, 'search']);
    assert.equal(await found(page), BY_PERELMAN);
  },

  async 'Tab takes the active option, and goes on where none is'(page) {
    await openSample(page, ALL);
    await type(page, 'perel');
    await moveTo(page, AUTHOR);
    await page.press('Tab');
    await page.hidden(COMPLETIONS);
    assert.equal((await box(page)).focus, 'search');
    assert.match((await box(page)).text, /Perelman/);
    await type(page, 'perel');
    await page.press('Tab');
    await page.hidden(COMPLETIONS);
    const { text, focus } = await box(page);
    assert.equal(text, 'perel');
    assert.notEqual(focus, 'search');
  },

  async 'a click takes an option, and the box keeps the focus'(page) {
    await openSample(page, ALL);
    await type(page, 'perel');
    await page.click(AUTHOR);
    await page.hidden(COMPLETIONS);
    const { text, caret, focus } = await box(page);
    assert.deepEqual([caret, focus], [text.length, 'search']);
    assert.equal(await found(page), BY_PERELMAN);
  },

  async 'a field that is taken offers what can stand in it'(page) {
    await openSample(page, ALL);
    await type(page, 'cat');
    await moveTo(page, `${COMPLETIONS} [data-kind=field]`);
    await page.press('Enter');
    await page.until('categories are offered', () =>
      Boolean(document.querySelector('#completions:not([aria-busy]) [data-kind=category]')),
    );
    assert.equal((await box(page)).text, 'category:');
    await page.press('ArrowDown');
    await page.press('Enter');
    await settled(page);
    assert.match((await box(page)).text, /^cat\w*:\S+\.\S+$/);
  },

  async 'without a popup Down goes on to the list, and Alt+Down opens the popup'(page) {
    await openSample(page, ALL);
    await type(page, 'perel');
    await page.press('Escape');
    await page.hidden(COMPLETIONS);
    await page.press('Alt+ArrowDown');
    await completionsAreThere(page);
    await page.press('Escape');
    await page.hidden(COMPLETIONS);
    await page.press('ArrowDown');
    assert.equal((await box(page)).focus, 'paper-list');
  },

  async 'the popup goes when the caret or the focus does'(page) {
    await openSample(page, ALL);
    await type(page, 'perel');
    await page.press('ArrowLeft');
    await page.hidden(COMPLETIONS);
    await type(page, 'perel');
    await page.click('h1');
    await page.hidden(COMPLETIONS);
  },

  async 'an input method composes in peace'(page) {
    await openSample(page, ALL);
    await page.click(SEARCH);
    await page.evaluate(() => {
      const input = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
      input.dispatchEvent(new CompositionEvent('compositionstart'));
      input.value = 'perel';
      input.dispatchEvent(new InputEvent('input', { isComposing: true }));
      for (const key of ['ArrowDown', 'Enter', 'Escape'])
        input.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true }));
    });
    assert.ok((await found(page)) > 0);
    assert.equal((await box(page)).focus, 'search');
    assert.equal(await page.evaluate(() => document.querySelector('#completions')?.checkVisibility()), false);
    await page.evaluate(() =>
      document.querySelector('#search')?.dispatchEvent(new CompositionEvent('compositionend')),
    );
    await completionsAreThere(page);
  },

  async 'an operator is explained where it is typed, and a value that is taken is searched'(page) {
    await openSample(page, ALL);
    await type(page, '-has:');
    await page.thereAre(`${COMPLETIONS} [data-kind=value]`, 3);
    await page.says(`${COMPLETIONS} li`, /has:code links to code/);
    await page.press('ArrowDown');
    await page.press('Enter');
    await page.hidden(COMPLETIONS);
    assert.equal((await box(page)).text, '-has:code');
    await page.fill(SEARCH, '');
    await page.type('tea -');
    await page.says('[data-testid=completion-hint]', /Leaves out papers/);
    assert.equal((await box(page)).expanded, 'false');
  },

  async 'the completions cover neither the box nor the count of papers found'(page) {
    await openSample(page, ALL);
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [390, 844],
    ]) {
      await page.resize(width, height);
      await type(page, 'ricc');
      const { popup, count } = await page.evaluate(() => {
        const place = (/** @type {string} */ selector) => {
          const { top, bottom } = /** @type {Element} */ (
            document.querySelector(selector)
          ).getBoundingClientRect();
          return { top, bottom };
        };
        return { popup: place('.completion-popup'), count: place('[data-testid=count]') };
      });
      assert.ok(popup.top >= count.bottom, `${width}: ${popup.top} is under ${count.bottom}`);
      await page.press('Escape');
    }
  },

  async 'searches that were meant are offered again, and can be forgotten and brought back'(page) {
    await openSample(page, ALL);
    await page.click(SEARCH);
    assert.equal(
      await page.evaluate(() => document.querySelector('.completion-popup')?.checkVisibility()),
      false,
    );
    for (const text of ['ricci', 'perelman']) {
      await type(page, text);
      await page.press('Enter');
      await page.hidden(COMPLETIONS);
    }
    await page.click('.search-clear');
    const past = `${COMPLETIONS} [data-kind=history]`;
    await page.thereAre(past, 2);
    await page.says(past, /^perelman searched before/);
    await page.press('ArrowDown');
    await page.press('Delete');
    await page.thereAre(past, 1);
    await page.click('[data-testid=undo]');
    await page.click(SEARCH);
    await page.thereAre(past, 2);
    await page.click(`${past} .completion-forget`);
    await page.thereAre(past, 1);
    await page.click(past);
    await page.hidden(COMPLETIONS);
    assert.equal((await box(page)).text, 'ricci');
    await page.fill(SEARCH, '');
    await page.type('ri');
    await page.says(past, /^ricci searched before/);
    await page.fill(SEARCH, '');
    await page.thereAre(past, 1);
    await page.press('Tab');
    await page.until('the focus is on what forgets all', () =>
      document.activeElement?.classList.contains('completion-forget-all'),
    );
    await page.press('Enter');
    await page.until(
      'nothing is offered',
      () => !document.querySelector('.completion-popup')?.checkVisibility(),
    );
  },

  async 'a filter in use is a chip that is taken off by a press or a key'(page) {
    await openSample(page, ALL);
    await page.fill(SEARCH, 'has:code');
    await page.thereAre('[data-testid=chip]', 1);
    await page.click('[data-testid=category-filter]');
    await page.thereAre('[data-testid=chip]', 2);
    await page.visible('[data-testid=chips-clear]');
    await page.click('[data-testid=chip]');
    await page.thereAre('[data-testid=chip]', 1);
    await page.until('the focus is on the next chip', () =>
      document.activeElement?.matches('[data-testid=chip]'),
    );
    await page.press('Backspace');
    await page.hidden('[data-testid=chips]');
    await page.until('the focus is on the list', () => document.activeElement?.id === 'paper-list');
    assert.equal((await box(page)).text, '');
    assert.equal(await found(page), ALL);
  },

  async 'one button empties the box'(page) {
    await openSample(page, ALL);
    await type(page, 'perel');
    await page.click('.search-clear');
    await page.hidden('.search-clear');
    assert.equal(await found(page), ALL);
    assert.equal((await box(page)).focus, 'search');
  },
};
