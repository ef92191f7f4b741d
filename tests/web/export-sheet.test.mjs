// The sheet that shows what papers leave the page as, over answers that come when the test says.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { useLanguage } from '../../web/src/i18n/language.js';
import { setUpDocument } from './support/window.mjs';

const document = setUpDocument();
const { USUAL } = await import('../../web/src/features/export/choice.js');
const { createExportSheet } = await import('../../web/src/features/export/export-sheet.js');

const SCOPES = /** @type {const} */ ([{ kind: 'starred' }, { kind: 'found' }]);

beforeEach(() => {
  HTMLElement.prototype.matches = () => false;
  useLanguage('en');
});

/** linkedom's <select> is only read. @param {any} select */
function settable(select) {
  let index = 0;
  const options = [...select.querySelectorAll('option')];
  Object.defineProperties(select, {
    selectedIndex: { get: () => index, set: (to) => (index = to) },
    value: {
      get: () => options[index]?.getAttribute('value'),
      set: (to) => (index = options.findIndex((each) => each.getAttribute('value') === to)),
    },
  });
}

function setUp() {
  /** The works that were asked for, by scope. @type {Map<string, (works: string[]) => void>} */
  const asked = new Map();
  /** @type {string[]} */
  const saved = [];
  const exporting = /** @type {any} */ ({
    all: () => SCOPES,
    lastChoice: () => USUAL,
    keepChoice() {},
    canShare: () => false,
    worksOf: (/** @type {{ kind: string }} */ { kind }) => new Promise((resolve) => asked.set(kind, resolve)),
    write: async (/** @type {string[]} */ works, /** @type {{ format: string, split?: boolean }} */ how) => ({
      code: 'ok',
      papers: works.length,
      ending: '.txt',
      bytes: new TextEncoder().encode(`${how.format}${how.split ? ', split' : ''}: ${works.join(' ')}`),
    }),
    save: (/** @type {{ bytes: Uint8Array }} */ { bytes }) => saved.push(new TextDecoder().decode(bytes)),
  });
  const sheet = createExportSheet({ exporting });
  const { node } = sheet;
  Object.defineProperty(node, 'open', { value: false, writable: true });
  node.showModal = () => void Reflect.set(node, 'open', true);
  document.body.append(node);
  /** @param {string} id @returns {any} */
  const part = (id) => node.querySelector(`[data-testid=export-${id}]`);
  for (const select of ['what', 'format']) settable(part(select));
  /** @param {string} select @param {(node: any) => void} how */
  const choose = (select, how) => {
    how(part(select));
    part(select).dispatchEvent(new Event('change'));
  };
  /** @param {string} kind @param {string[]} works */
  const answer = async (kind, works) => {
    asked.get(kind)?.(works);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { sheet, part, choose, answer, saved };
}

test('PapersThatAreFoundAfterTheFormatWasChosenAreThoseThatAreWritten', async () => {
  const { sheet, part, choose, answer, saved } = setUp();
  sheet.open({ kind: 'starred' });
  await answer('starred', ['a']);
  assert.equal(part('preview').textContent, `${USUAL.format}: a`);
  choose('what', (select) => (select.selectedIndex = 1));
  choose('format', (select) => (select.value = 'notes'));
  part('split').click();
  await answer('found', ['b', 'c']);
  assert.equal(part('preview').textContent, 'notes: b c');
  assert.deepEqual(saved, ['notes, split: b c']);
});

test('AScopeThatAnswersAfterTheNextOneIsNotShown', async () => {
  const { sheet, part, choose, answer } = setUp();
  sheet.open({ kind: 'starred' });
  choose('what', (select) => (select.selectedIndex = 1));
  await answer('found', ['b', 'c']);
  await answer('starred', ['a']);
  assert.equal(part('preview').textContent, `${USUAL.format}: b c`);
});
