// A browser's tab as the scenarios see it, the same over every driver.
import assert from 'node:assert/strict';
import { waitFor } from './in-page.mjs';
import { WAIT_MS } from './limits.mjs';

/**
 * What a driver must be able to do itself; everything else is built from these.
 *
 * @typedef {object} Tab
 * @property {(run: () => void) => Promise<unknown>} prepare  runs in every page before its own scripts
 * @property {(url: string) => Promise<unknown>} goto
 * @property {() => Promise<unknown>} reload
 * @property {() => Promise<unknown>} back
 * @property {() => Promise<unknown>} forward
 * @property {<A extends unknown[], R>(run: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} evaluate
 * @property {<R>(answer: Promise<R>) => Promise<R>} [unlessLeft]  rejects when the document is left, where `evaluate` does not
 * @property {(selector: string) => Promise<unknown>} click
 * @property {(text: string) => Promise<unknown>} type   key by key
 * @property {(key: string) => Promise<unknown>} press   such as "Enter" or "Control+a"
 * @property {(selector: string, paths: string[]) => Promise<unknown>} setFiles
 * @property {(width: number, height: number) => Promise<unknown>} resize
 * @property {(path: string) => Promise<unknown>} screenshot
 * @property {() => Promise<Page>} another  a second tab, which shares with this one what tabs of a browser share
 * @property {() => Promise<unknown>} front    in a tab behind another one, every click waits for seconds
 * @property {() => Promise<unknown>} closeTab   this one alone
 * @property {() => Promise<unknown>} close      all that `another` opened, too
 * @property {string[]} troubles  console messages, page errors, dialogs and refused loads, as they came
 * @property {string[]} requests  every address that was asked for
 */

const MOST_PRESSES = 10;

/** A page that is left while it is asked cannot answer. @param {Error} error */
function unlessLeaving(error) {
  if (!/destroyed|navigati|unload/i.test(error.message)) throw error;
}

/** @param {Function} run @returns {any} as text for the page: waits until `run` gives something true */
const waiting = (run) =>
  `(limit, args) => { const check = ${run}; return (${waitFor})(() => check(...args), limit); }`;

/** @param {string | RegExp} text to be told to the page, which knows a pattern only by its source */
const told = (text) => (typeof text === 'string' ? [text] : [null, text.source, text.flags]);

/** @param {Tab} tab */
export function createPage(tab) {
  const { evaluate, unlessLeft = (answer) => answer } = tab;

  /**
   * Waits in the page until `run` gives something true, and returns that; null where it never comes.
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R} run
   * @param {A} args
   * @returns {Promise<Awaited<R> | null>}
   */
  async function waited(run, ...args) {
    const end = Date.now() + WAIT_MS;
    for (let left = WAIT_MS; left > 0; left = end - Date.now()) {
      // A document that is left takes the wait with it; the next one waits for the rest.
      const value = await unlessLeft(evaluate(waiting(run), left, args)).catch(unlessLeaving);
      if (value) return /** @type {any} */ (value);
    }
    return null;
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {string} what   for the message when it never comes
   * @param {(...args: A) => R} run in the page
   * @param {A} args
   * @returns {Promise<Awaited<R>>} what it gave in the end, which is true
   */
  async function until(what, run, ...args) {
    const value = await waited(run, ...args);
    if (value === null) assert.fail(`waited in vain until ${what}`);
    return value;
  }

  /** @param {string} selector */
  const visible = (selector) =>
    until(
      `${selector} is visible`,
      (selector) => document.querySelector(selector)?.checkVisibility() ?? false,
      selector,
    );

  /** Visible, and where it will be clicked: a sheet that grows moves its buttons. @param {string} selector */
  const still = (selector) =>
    until(
      `${selector} is visible and stands still`,
      (selector) => {
        const node = document.querySelector(selector);
        if (!node?.checkVisibility()) return false;
        const place = () => JSON.stringify(node.getBoundingClientRect());
        const before = place();
        return new Promise((resolve) => {
          const compare = () => resolve(place() === before);
          requestAnimationFrame(() => requestAnimationFrame(compare));
          // A tab behind another one draws nothing.
          setTimeout(compare, 100);
        });
      },
      selector,
    );

  /**
   * Clicks what is there. Between a driver's look where it is and its press, the page may have moved it, or drawn it
   * anew under the press: no click comes of that.
   * @param {string} selector
   */
  async function press(selector) {
    await evaluate((selector) => {
      Object.assign(window, { wasPressed: false });
      /** @param {Event} event */
      const look = (event) => {
        const isIt = (/** @type {EventTarget} */ each) => each instanceof Element && each.matches(selector);
        if (event.composedPath().some(isIt)) Object.assign(window, { wasPressed: true });
      };
      // Kept until the next press: the page may dispatch a click of its own first.
      removeEventListener('click', /** @type {any} */ (window).lookForPress, { capture: true });
      Object.assign(window, { lookForPress: look });
      addEventListener('click', look, { capture: true });
    }, selector);
    await tab.click(selector);
    // Another document means that the click led there.
    const pressed = evaluate(() => /** @type {any} */ (window).wasPressed ?? true);
    return unlessLeft(pressed).catch((error) => unlessLeaving(error) ?? true);
  }

  /** @param {string} selector */
  const text = (selector) =>
    evaluate((selector) => document.querySelector(selector)?.textContent ?? '', selector);

  /** @param {string} selector */
  const texts = (selector) =>
    evaluate(
      (selector) => [...document.querySelectorAll(selector)].map((node) => node.textContent),
      selector,
    );

  /** @param {string} selector */
  const count = (selector) => evaluate((selector) => document.querySelectorAll(selector).length, selector);

  /**
   * Firefox calls it an error of the page when a person leaves while a font is on its way, or while a service worker
   * fetches the list that a hosted page asks for at the end of its start.
   */
  const nothingIsOnItsWay = () =>
    evaluate(async () => {
      await document.fonts.ready;
      if (!navigator.serviceWorker?.controller) return true;
      const list = new URL('digests.json', document.baseURI).href;
      const MOST_MS = 10_000;
      const end = performance.now() + MOST_MS;
      while (performance.getEntriesByName(list).length === 0 && performance.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 20));
      return true;
    });

  return {
    ...tab,
    /** @param {string} url */
    async goto(url) {
      await nothingIsOnItsWay();
      await tab.goto(url);
    },
    async reload() {
      await nothingIsOnItsWay();
      await tab.reload();
    },
    until,
    visible,
    /** @param {string} selector */
    hidden: (selector) =>
      until(
        `${selector} is hidden`,
        (selector) => !document.querySelector(selector)?.checkVisibility(),
        selector,
      ),
    /** @param {string} selector */
    async click(selector) {
      for (let presses = 0; presses < MOST_PRESSES; ++presses) {
        await still(selector);
        if (await press(selector)) return;
      }
      assert.fail(`${selector} moved away from ${MOST_PRESSES} presses`);
    },
    /** @param {string} selector @param {string} text */
    async fill(selector, text) {
      await visible(selector);
      await evaluate((selector) => {
        const field = document.querySelector(selector);
        if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
          throw new Error(`${selector} takes no text`);
        field.focus();
        field.select();
      }, selector);
      // All at once, as a paste or an input method does. BiDi itself sends single characters only.
      if (text) await evaluate((text) => document.execCommand('insertText', false, text), text);
      else await tab.press('Delete');
    },
    text,
    texts,
    count,
    /** @param {string} selector @param {string} name of an element that is there or about to be */
    async attribute(selector, name) {
      await until(`${selector} is there`, (selector) => !!document.querySelector(selector), selector);
      return evaluate(
        (selector, name) => document.querySelector(selector)?.getAttribute(name) ?? null,
        selector,
        name,
      );
    },
    // Rows and panes are drawn when the browser draws, so what they are to say in the end is waited for: these
    // hold as soon as it is said, and fail with what was said last.
    /** @param {string} selector @param {string | RegExp} expected the text of the first such element */
    async says(selector, expected) {
      await waited(
        (selector, literal, source, flags) => {
          const text = document.querySelector(selector)?.textContent ?? '';
          return source === undefined ? text === literal : new RegExp(source, flags).test(text);
        },
        selector,
        ...told(expected),
      );
      const said = await text(selector);
      if (typeof expected === 'string') assert.equal(said, expected, `${selector} says ${said}`);
      else assert.match(said, expected);
    },
    /** @param {string} selector @param {(string | null | undefined)[]} expected the texts of all such elements */
    async say(selector, expected) {
      await waited(
        (selector, expected) => {
          const texts = [...document.querySelectorAll(selector)].map((node) => node.textContent);
          return JSON.stringify(texts) === JSON.stringify(expected);
        },
        selector,
        expected,
      );
      assert.deepEqual(await texts(selector), expected);
    },
    /** @param {string} selector @param {number} expected how many such elements there are */
    async thereAre(selector, expected) {
      await waited(
        (selector, expected) => document.querySelectorAll(selector).length === expected,
        selector,
        expected,
      );
      const counted = await count(selector);
      assert.equal(counted, expected, `${counted} of ${selector}`);
    },
    /** @param {string} selector @param {string} name @param {string} value */
    attributeIs: (selector, name, value) =>
      until(
        `${selector} has ${name}="${value}"`,
        (selector, name, value) => document.querySelector(selector)?.getAttribute(name) === value,
        selector,
        name,
        value,
      ),
    /**
     * Drops files from disk on the page, with the events that a real drag has.
     * @param {string[]} paths
     */
    async drop(paths) {
      await evaluate(() => {
        const input = document.createElement('input');
        input.type = 'file';
        input.multiple = true;
        input.id = 'dragged-files';
        document.documentElement.append(input);
      });
      await tab.setFiles('#dragged-files', paths);
      await evaluate(() => {
        const input = /** @type {HTMLInputElement} */ (document.getElementById('dragged-files'));
        const dataTransfer = new DataTransfer();
        for (const file of input.files ?? []) dataTransfer.items.add(file);
        input.remove();
        for (const type of ['dragenter', 'dragover', 'drop'])
          document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
          );
      });
    },
  };
}

/** @typedef {ReturnType<typeof createPage>} Page */
