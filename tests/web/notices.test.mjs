import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUpDocument } from './support/window.mjs';

const document = setUpDocument();
const { createDialog } = await import('../../web/src/app/dialog.js');
const { placeNotices } = await import('../../web/src/app/notices.js');

/** A sheet that opens and closes as in a browser. @param {string} title */
function createSheet(title) {
  const sheet = createDialog({ title, className: '' });
  Object.defineProperty(sheet.node, 'open', { value: false, writable: true });
  sheet.node.showModal = () => void Reflect.set(sheet.node, 'open', true);
  sheet.node.close = () => {
    Reflect.set(sheet.node, 'open', false);
    sheet.node.dispatchEvent(new Event('close'));
  };
  HTMLElement.prototype.matches = () => false;
  document.body.append(sheet.node);
  return sheet;
}

test('ANoticeStandsInTheSheetThatIsOpenAndOtherwiseOnThePage', () => {
  const ending = new AbortController();
  const toast = document.createElement('div');
  const last = document.createElement('footer');
  let moves = 0;
  document.body.append(...placeNotices([toast], () => (moves += 1), ending.signal), last);
  const [one, two] = [createSheet('one'), createSheet('two')];
  one.show();
  assert.equal(toast.parentNode, one.node);
  two.show();
  assert.equal(toast.parentNode, two.node, 'the topmost');
  two.close();
  assert.equal(toast.parentNode, one.node);
  one.close();
  assert.equal(toast.parentNode, document.body);
  assert.ok(toast.compareDocumentPosition(last) & 4, 'where it stood');
  assert.equal(moves, 4);
  ending.abort();
  one.show();
  assert.equal(toast.parentNode, document.body, 'a page that has ended places nothing');
});
