// A browser's tab as the scenarios see it, the same over every driver.
import assert from 'node:assert/strict';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 20;

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

/** A page that is loaded anew while it is asked cannot answer. @param {Error} error */
function unlessLeaving(error) {
  if (!/context was destroyed|navigati/i.test(error.message)) throw error;
}

/** @param {Tab} tab */
export function createPage(tab) {
  const { evaluate } = tab;

  /**
   * Asks the page again and again until `run` gives something true, and returns that.
   * @template {unknown[]} A
   * @template R
   * @param {string} what   for the message when it never comes
   * @param {(...args: A) => R} run
   * @param {A} args
   */
  async function until(what, run, ...args) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const value = await evaluate(run, ...args).catch(unlessLeaving);
      if (value) return value;
      if (Date.now() > end) assert.fail(`waited in vain until ${what}`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  /**
   * Looks again and again until `check` has nothing against what is seen, and fails as it does at the end.
   * @template T
   * @param {() => Promise<T>} look
   * @param {(seen: T) => void} check   throws what is wrong
   */
  async function inTheEnd(look, check) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const seen = await look();
      try {
        return check(seen);
      } catch (error) {
        if (Date.now() > end) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  /** @param {string} selector */
  const visible = (selector) =>
    until(
      `${selector} is visible`,
      (selector) => document.querySelector(selector)?.checkVisibility() ?? false,
      selector,
    );

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

  /** Firefox calls it an error of the page when a person leaves while a font is on its way. */
  const fontsAreThere = () => evaluate(() => document.fonts.ready.then(() => true));

  return {
    ...tab,
    /** @param {string} url */
    async goto(url) {
      await fontsAreThere();
      await tab.goto(url);
    },
    async reload() {
      await fontsAreThere();
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
      await visible(selector);
      await tab.click(selector);
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
    says: (selector, expected) =>
      inTheEnd(
        () => text(selector),
        (said) =>
          typeof expected === 'string'
            ? assert.equal(said, expected, `${selector} says ${said}`)
            : assert.match(said, expected),
      ),
    /** @param {string} selector @param {(string | null | undefined)[]} expected the texts of all such elements */
    say: (selector, expected) =>
      inTheEnd(
        () => texts(selector),
        (said) => assert.deepEqual(said, expected),
      ),
    /** @param {string} selector @param {number} expected how many such elements there are */
    thereAre: (selector, expected) =>
      inTheEnd(
        () => count(selector),
        (counted) => assert.equal(counted, expected, `${counted} of ${selector}`),
      ),
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
