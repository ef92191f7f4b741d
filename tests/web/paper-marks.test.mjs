import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUpDocument } from './support/window.mjs';

const document = setUpDocument();
const { createPaperMarks } = await import('../../web/src/features/marks/paper-marks.js');

/** @param {(said: object) => void} onSay */
function setUp(onSay) {
  const view = createPaperMarks(onSay);
  document.body.append(view.node);
  const input = /** @type {HTMLInputElement} */ (view.node.querySelector('[data-testid=tag-input]'));
  const note = /** @type {HTMLTextAreaElement} */ (view.node.querySelector('[data-testid=note]'));
  /** As a browser does when the focus leaves. */
  input.blur = () => void input.dispatchEvent(new Event('blur'));
  /** @param {string} key */
  const press = (key) => input.dispatchEvent(Object.assign(new Event('keydown'), { key }));
  return { view, input, note, press };
}

test('EscapeInTheTagFieldAddsNothing', () => {
  /** @type {object[]} */
  const said = [];
  const { input, press } = setUp((statement) => said.push(statement));
  input.value = 'half a t';
  press('Escape');
  assert.deepEqual(said, []);
  assert.equal(input.value, '');
  input.value = 'later';
  press('Enter');
  assert.deepEqual(said, [{ tag: { name: 'later', on: true } }]);
});

test('ANoteIsSaidWhenThePaperIsLeftBeforeThePause', () => {
  /** @type {object[]} */
  const said = [];
  const { view, note } = setUp((statement) => said.push(statement));
  note.value = 'the last half second';
  note.dispatchEvent(new Event('input'));
  view.leave();
  assert.deepEqual(said, [{ note: 'the last half second' }]);
});
