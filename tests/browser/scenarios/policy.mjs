// What the browser refuses the page itself, so that a mistake in it could not be used.
import assert from 'node:assert/strict';

const ATTEMPTS = [
  'text as markup',
  'a worker of any address',
  'a second policy',
  'the policy again',
  'a script by its address',
  'text as code',
];

/**
 * Those of the attempts that succeed.
 * @param {import('../support/page.mjs').Page} page
 * @param {string[]} names
 */
const successes = (page, names) =>
  page.evaluate(async (names) => {
    /** @type {Record<string, () => unknown>} */
    const attempts = {
      'text as markup': () => (document.createElement('p').innerHTML = '<b>x</b>'),
      'a worker of any address': () => new Worker('data:text/javascript,1'),
      'a second policy': () => window.trustedTypes?.createPolicy('other', { createScriptURL: String }),
      'the policy again': () => window.trustedTypes?.createPolicy('broadsheet', { createScriptURL: String }),
      'a script by its address': () => (document.createElement('script').src = 'app.js'),
      'text as code': () => (0, eval)('1'),
    };
    // What a driver calls may evaluate text; what a timer calls may not.
    await new Promise((resolve) => setTimeout(resolve));
    return names.filter((name) => {
      try {
        attempts[name]();
        return true;
      } catch {
        return false;
      }
    });
  }, names);

/** @type {import('../support/matrix.mjs').Scenarios} */
export const policy = {
  async 'the browser lets nothing but the page’s own scripts be scripts, and no text be markup'(page) {
    assert.equal(await page.evaluate(() => typeof window.trustedTypes), 'object');
    assert.deepEqual(await successes(page, ATTEMPTS), []);
    const refused = page.troubles.splice(0);
    assert.ok(
      refused.every((trouble) => /policy|Policy|Trusted/.test(trouble)),
      refused.join('\n'),
    );
  },
};
