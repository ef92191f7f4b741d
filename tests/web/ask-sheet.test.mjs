import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { t } from '../../web/src/i18n/index.js';
import { LANGUAGES, useLanguage } from '../../web/src/i18n/language.js';
import { setUpDocument } from './support/window.mjs';

const document = setUpDocument();
const { createAskSheet } = await import('../../web/src/features/files/ask-sheet.js');

const FILES = [
  { name: 'a.md', size: 2000, code: 'ok', papers: 3, works: 0 },
  { name: 'not-a-digest.md', size: 10, code: 'no_papers', papers: 0, works: 0 },
  { name: 'refs.bib', size: 300, code: 'ok', papers: 0, works: 4 },
];
const CHANGES = { read: 2, starred: 0, tags: 0, notes: 1, lost: 1, searches: 0 };
const OFFER = /** @type {const} */ ({ kind: 'files', files: FILES, changes: CHANGES, settings: [] });

beforeEach(() => {
  HTMLElement.prototype.matches = () => false;
  useLanguage('en');
});

function setUp() {
  const sheet = createAskSheet();
  const { node } = sheet;
  Object.defineProperty(node, 'open', { value: false, writable: true });
  node.showModal = () => void Reflect.set(node, 'open', true);
  node.close = () => {
    Reflect.set(node, 'open', false);
    node.dispatchEvent(new Event('close'));
  };
  document.body.append(node);
  /** @param {string} id */
  const part = (id) => /** @type {HTMLButtonElement} */ (node.querySelector(`[data-testid=${id}]`));
  return { sheet, node, part };
}

test('SaysWhatWouldComeInAndWhatItWouldChange', () => {
  for (const language of LANGUAGES) {
    useLanguage(language);
    const { sheet, node, part } = setUp();
    sheet.ask(/** @type {any} */ (OFFER));
    const text = node.textContent;
    for (const said of [
      t('ask.files'),
      'a.md',
      t('count.all', { n: 3 }),
      t('refused.no_papers'),
      t('collections.works', { n: 4 }),
    ])
      assert.ok(text.includes(said), said);
    assert.deepEqual(
      [...part('ask-changes').children].map((line) => line.textContent),
      [t('ask.change.read', { n: 2 }), t('ask.change.notes', { n: 1 }), t('ask.change.lost', { n: 1 })],
    );
    assert.equal(node.getAttribute('aria-describedby'), 'ask-text');
  }
});

test('TheSumNamesPapersAndWorksOfCollections', () => {
  const { sheet, part } = setUp();
  sheet.ask(/** @type {any} */ (OFFER));
  assert.equal(part('ask-sum').textContent, '3 files, 3 papers, 4 works');
  sheet.ask(/** @type {any} */ ({ ...OFFER, files: FILES.slice(2) }));
  assert.equal(part('ask-sum').textContent, '1 file, 4 works');
});

test('NothingCanBeTakenBeforeAllWasLookedInto', () => {
  const { sheet, part } = setUp();
  const asked = sheet.ask({ ...OFFER, files: [{ ...FILES[0], code: '' }, ...FILES.slice(1)], changes: null });
  assert.equal(part('ask-yes').disabled, true);
  asked.show(/** @type {any} */ (OFFER));
  assert.equal(part('ask-yes').disabled, false);
});

test('OnlyTheButtonThatSaysSoIsAYes', async () => {
  const { sheet, node, part } = setUp();
  const yes = sheet.ask(/** @type {any} */ (OFFER));
  part('ask-yes').click();
  assert.equal(await yes.answer, 'marks');
  const no = sheet.ask(/** @type {any} */ (OFFER));
  part('ask-no').click();
  assert.equal(await no.answer, false);
  // Escape, or a press beside the sheet.
  const closed = sheet.ask(/** @type {any} */ (OFFER));
  node.close();
  assert.equal(await closed.answer, false);
  const elsewhere = sheet.ask(/** @type {any} */ (OFFER));
  elsewhere.close();
  assert.equal(await elsewhere.answer, false);
});

test('SettingsAreTakenOnlyIfTheBoxBesideThemIsTicked', async () => {
  const { sheet, part } = setUp();
  const offer = /** @type {any} */ ({ ...OFFER, kind: 'marks', settings: ['theme', 'keys'] });
  const label = () => part('ask-settings').parentElement?.textContent?.trim();
  for (const ticked of [true, false]) {
    const asked = sheet.ask(offer);
    assert.equal(part('ask-settings').checked, false, 'nothing is taken by default');
    assert.equal(label(), 'Take its settings too: Colours and Single letters are commands');
    part('ask-settings').checked = ticked;
    part('ask-yes').click();
    assert.equal(await asked.answer, ticked ? 'all' : 'marks');
  }
  sheet.ask(/** @type {any} */ (OFFER));
  assert.equal(part('ask-settings').parentElement?.hasAttribute('hidden'), true);
});

test('WhereOnlySettingsDifferTheQuestionIsAboutThemAlone', async () => {
  const { sheet, node, part } = setUp();
  const asked = sheet.ask(
    /** @type {any} */ ({ ...OFFER, kind: 'settings', changes: null, settings: ['theme'] }),
  );
  assert.match(node.textContent, /Take the settings in this backup\?.*It would change: Colours/);
  assert.equal(part('ask-settings').hasAttribute('hidden'), true);
  part('ask-yes').click();
  assert.equal(await asked.answer, 'all');
});
