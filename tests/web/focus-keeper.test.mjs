// Where the focus goes when what had it goes.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { giveFocus } from './support/focus.mjs';
import { setUpDocument } from './support/window.mjs';

setUpDocument();
const { keepFocus } = await import('../../web/src/app/focus-keeper.js');

/** @type {() => void} */
let look;
let isComing = false;
let ending = new AbortController();

/** @param {string} selector */
const at = (selector) => /** @type {any} */ (document.querySelector(selector));
/** @param {string} selector */
function focusOn(selector) {
  at(selector).focus();
  at(selector).dispatchEvent(new Event('focusin', { bubbles: true }));
}
async function focused() {
  look();
  await Promise.resolve();
  return /** @type {any} */ (document.activeElement).id || document.activeElement?.tagName;
}

beforeEach(() => {
  const document = setUpDocument();
  document.body.innerHTML = `<input id="search"><button id="clear"></button><div id="paper-list" tabindex="0"></div>
    <div class="no-match" hidden><button id="way-out"></button></div>
    <article class="paper" id="paper" tabindex="-1"><button id="category"></button></article>`;
  giveFocus(document);
  ending.abort();
  ending = new AbortController();
  isComing = false;
  look = keepFocus(() => isComing, ending.signal);
});

test('to the list, where a control was hidden or removed', async () => {
  focusOn('#clear');
  at('#clear').hidden = true;
  assert.equal(await focused(), 'paper-list');
  at('#clear').hidden = false;
  focusOn('#clear');
  at('#clear').remove();
  assert.equal(await focused(), 'paper-list');
});

test('to what is shown instead of a list without papers', async () => {
  focusOn('#paper-list');
  at('#paper-list').hidden = true;
  at('.no-match').hidden = false;
  assert.equal(await focused(), 'way-out');
});

test('nowhere else while the next list is coming, and then to that', async () => {
  at('#paper-list').hidden = true;
  at('.no-match').hidden = false;
  focusOn('#way-out');
  at('.no-match').hidden = true;
  isComing = true;
  assert.notEqual(await focused(), 'search');
  at('#paper-list').hidden = false;
  assert.equal(await focused(), 'paper-list');
});

test('to the paper, where it was in the paper and that is still open', async () => {
  focusOn('#category');
  at('#category').remove();
  assert.equal(await focused(), 'paper');
});

test('to the list, where it was in a paper that is closed', async () => {
  focusOn('#category');
  at('#paper').hidden = true;
  assert.equal(await focused(), 'paper-list');
});

test('nowhere, where what had it is still there', async () => {
  focusOn('#clear');
  assert.equal(await focused(), 'clear');
});

test('nowhere, where the user has left it before it went', async () => {
  focusOn('#clear');
  at('#clear').dispatchEvent(new Event('focusout', { bubbles: true }));
  await Promise.resolve();
  at('#clear').remove();
  assert.equal(await focused(), 'BODY');
});
