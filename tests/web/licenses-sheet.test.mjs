// The sheet of licences, on linkedom.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';

const { document, HTMLElement } = parseHTML('<!doctype html><html><body></body></html>');
Object.assign(globalThis, { document, HTMLElement });
// linkedom has no modal dialogs, and none of this depends on what is modal about them.
Object.assign(HTMLElement.prototype, { showModal() {} });
const { createLicensesSheet } = await import('../../web/src/features/help/licenses-sheet.js');

/** @param {HTMLElement} node */
const shown = (node) => ({
  text: node.querySelector('pre')?.textContent,
  failed: node.querySelector('[role=alert]')?.hasAttribute('hidden') === false,
  links: [...node.querySelectorAll('a')].map((link) => link.getAttribute('href')),
});

test('licences are read when they are first asked for, once, and shown as text', async () => {
  let reads = 0;
  const sheet = createLicensesSheet({
    address: null,
    async read() {
      reads += 1;
      return '<b>MIT</b> & more';
    },
  });
  assert.equal(reads, 0);
  await sheet.show();
  await sheet.show();
  assert.equal(reads, 1);
  assert.deepEqual(shown(sheet.node), { text: '<b>MIT</b> & more', failed: false, links: [] });
});

test('licences that cannot be read are missed in words, their file is named, and they are asked for again', async () => {
  const address = 'https://example.org/licenses.txt';
  const answers = [Promise.reject(new Error('no network')), Promise.resolve('MIT')];
  const sheet = createLicensesSheet({
    address,
    read: () => /** @type {Promise<string>} */ (answers.shift()),
  });
  await sheet.show();
  assert.deepEqual(shown(sheet.node), { text: '', failed: true, links: [address] });
  await sheet.show();
  assert.deepEqual(shown(sheet.node), { text: 'MIT', failed: false, links: [address] });
});
