// What the person did not choose is taken only on their yes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAsking } from '../../web/src/features/files/asking.js';
import { createOpening } from '../../web/src/features/open/opening.js';
import { createStoring } from '../../web/src/features/files/storing.js';
import { fromFolder } from '../../web/src/library/read-files.js';
import { newTally } from '../../web/src/library/tally.js';
import { blank } from '../../web/src/marks/mark.js';
import { INITIAL } from '../../web/src/app/state.js';
import { createSettings } from '../../web/src/app/settings.js';
import { createStore } from '../../web/src/app/store.js';
import { createUndo } from '../../web/src/app/undo.js';
import { MANIFEST } from '../../web/src/storage/backup.js';
import { createLocalStorage } from './support/window.mjs';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const NOTHING = { read: 0, starred: 0, tags: 0, notes: 0, lost: 0, searches: 0 };

/** A person who is shown offers, and answers when the test says so. */
function createPerson() {
  /** @type {any[]} */
  const shown = [];
  /** @type {(yes: boolean) => void} */
  let reply = () => {};
  return {
    shown,
    says: async (/** @type {boolean} */ yes) => {
      reply(yes);
      await settle();
    },
    ask(/** @type {any} */ offer) {
      shown.push(offer);
      const answer = new Promise((/** @type {(yes: boolean) => void} */ resolve) => (reply = resolve));
      return { answer, show: (/** @type {any} */ next) => shown.push(next), close: () => reply(false) };
    },
  };
}

/** @param {object} [what] */
const looked = (what) => ({ code: 'ok', papers: 3, collections: [], made: null, ...what });

/** @param {(file: { name: string }) => Promise<any>} [look] */
function setUp(look = async () => looked()) {
  const person = createPerson();
  /** @type {any[]} */
  const done = [];
  const asking = createAsking(
    /** @type {any} */ ({
      engine: { look },
      storing: {
        changesBy: (/** @type {any} */ made) => ({
          changes: made && { ...NOTHING, lost: 1 },
          settings: made ? ['theme'] : [],
        }),
      },
      collections: { get: (/** @type {string} */ name) => (name === 'mine.bib' ? {} : null) },
      opening: {
        open: async (/** @type {any[]} */ batch, /** @type {any} */ options) =>
          done.push(['opened', batch.map(({ name }) => name), options.marks, options.settings]),
      },
      ask: person.ask,
    }),
  );
  const elsewhere = new AbortController();
  /** @param {...string} names */
  const share = async (...names) => {
    const files = names.map((name) => new File(['text'], name));
    const offered = asking.files({ files, drop: async () => void done.push(['dropped']) }, elsewhere.signal);
    await settle();
    return offered;
  };
  return { person, done, asking, share, elsewhere };
}

test('SharedFilesAreShownWithSizesAndPapersAndOpenedOnYes', async () => {
  const { person, done, share } = setUp(async ({ name }) =>
    looked({ made: name === 'b.zip' ? new Uint8Array() : null }),
  );
  share('a.md', 'b.zip');
  await settle();
  const last = person.shown.at(-1);
  assert.deepEqual(person.shown[0].files, [
    { name: 'a.md', size: 4, code: '', papers: 0, works: 0 },
    { name: 'b.zip', size: 4, code: '', papers: 0, works: 0 },
  ]);
  assert.deepEqual(
    last.files.map(({ name, papers }) => [name, papers]),
    [
      ['a.md', 3],
      ['b.zip', 3],
    ],
  );
  assert.deepEqual(last.changes, { ...NOTHING, lost: 1 });
  assert.deepEqual(last.settings, ['theme']);
  assert.deepEqual(done, [], 'nothing before the answer');
  await person.says(true);
  assert.deepEqual(done, [['dropped'], ['opened', ['a.md', 'b.zip'], 'accept', 'leave']]);
});

test('ASharedBibliographyIsShownWithItsWorksAndWithTheCollectionThatItReplaces', async () => {
  const { person, done, share } = setUp(async ({ name }) =>
    looked({ papers: 0, collections: [{ name, works: 4 }] }),
  );
  share('mine.bib', 'new.ris');
  await settle();
  await settle();
  const last = person.shown.at(-1);
  assert.deepEqual(
    last.files.map(({ code, papers, works }) => [code, papers, works]),
    [
      ['ok', 0, 4],
      ['ok', 0, 4],
    ],
  );
  assert.equal(last.changes.collections, 1);
  await person.says(true);
  assert.deepEqual(done, [['dropped'], ['opened', ['mine.bib', 'new.ris'], 'accept', 'leave']]);
});

test('OnNoSharedFilesAreHeldNoLonger', async () => {
  const { person, done, share } = setUp();
  share('a.md');
  await settle();
  await person.says(false);
  assert.deepEqual(done, [['dropped']]);
});

test('AnswersAreNotWaitedForByTheOtherFiles', async () => {
  let looked = 0;
  const { person, share } = setUp(async () => {
    looked += 1;
    await person.says(false);
    return looked();
  });
  share('a.md', 'b.md', 'c.md');
  await settle();
  await settle();
  assert.equal(looked, 1, 'after a no nothing more is read');
});

test('AFileAtWhichTheReaderStopsIsShownAndNotOpened', async () => {
  const { person, done, share } = setUp(async ({ name }) => {
    if (name === 'bad.md') throw new Error('stopped');
    return looked();
  });
  share('bad.md', 'good.md');
  await settle();
  assert.deepEqual(
    person.shown.at(-1).files.map(({ code }) => code),
    ['stopped', 'ok'],
  );
  await person.says(true);
  assert.deepEqual(done.at(-1), ['opened', ['good.md'], 'accept', 'leave']);
});

test('WhereAnotherTabAsksTheFilesStayHeld', async () => {
  const { done, share, elsewhere } = setUp();
  share('a.md');
  await settle();
  elsewhere.abort();
  await settle();
  assert.deepEqual(done, []);
});

test('SettingsOfSharedFilesAreTakenOnlyWhereTheAnswerSaysSo', async () => {
  const { person, done, share } = setUp(async () => looked({ made: new Uint8Array() }));
  share('a.zip');
  await settle();
  await person.says(/** @type {any} */ ('all'));
  assert.deepEqual(done.at(-1), ['opened', ['a.zip'], 'accept', 'take']);
});

test('AQuestionOfSettingsAloneSaysThat', async () => {
  const { person, asking } = setUp();
  asking.marks({ name: 'b.broadsheet', size: 1, changes: null, settings: ['theme'] });
  await settle();
  assert.equal(person.shown.at(-1).kind, 'settings');
  await person.says(false);
});

test('QuestionsAreAskedOneAfterTheOther', async () => {
  const { person, asking, share } = setUp();
  share('a.md');
  await settle();
  const before = person.shown.length;
  const answered = asking.marks({ name: 'b.zip', size: 1, changes: { ...NOTHING, read: 1 }, settings: [] });
  await settle();
  assert.equal(person.shown.length, before);
  await person.says(false);
  assert.equal(person.shown.at(-1).kind, 'marks');
  await person.says(true);
  assert.equal(await answered, true);
});

const backup = (/** @type {object} */ content) => ({
  name: MANIFEST,
  code: 'ok',
  found: true,
  bytes: new TextEncoder().encode(JSON.stringify({ format: 'broadsheet-backup', version: 1, ...content })),
});
const MARK = { ...blank('w'), note: '', noteAt: 1e14 };

const TABLE = [
  { name: 'theme', choices: ['system', 'light', 'dark'] },
  { name: 'keys', choices: [true, false] },
];

/** @param {boolean | 'all'} agrees */
function setUpStoring(agrees) {
  globalThis.localStorage = createLocalStorage();
  const settings = createSettings(TABLE);
  const undo = createUndo({ onChange() {} });
  /** @type {any[]} */
  const done = [];
  const storing = createStoring(
    /** @type {any} */ ({
      store: createStore(INITIAL),
      marks: {
        changes: (/** @type {any[]} */ marks) => ({ ...NOTHING, lost: marks.length, searches: undefined }),
        merge: async (/** @type {any[]} */ marks) => done.push(['marks', marks.map(({ noteAt }) => noteAt)]),
      },
      saving: {
        added: (/** @type {any[]} */ all) => all.filter(({ name }) => name === 'new').length,
        merge: async (/** @type {any[]} */ all) => done.push(['searches', all.length]),
      },
      colours: { changed: () => 0, merge: async () => {} },
      collections: { changed: () => 0, merge: async () => {} },
      interests: { changed: () => false, merge: async () => {} },
      settings: () => settings,
      undo,
      notify: (/** @type {string} */ key) => done.push([key]),
      askMarks: async (/** @type {any} */ offer) => {
        const { name, changes, settings: asked } = offer;
        done.push(['asked', name, changes?.lost, changes?.searches, ...(asked.length > 0 ? [asked] : [])]);
        return agrees;
      },
    }),
  );
  const search = { name: 'new', fragment: '#q=new' };
  const file = backup({ marks: [MARK], searches: [search, { name: 'k', fragment: '#q=known' }] });
  return { done, storing, file, settings, undo };
}

test('MarksInsideAFileAreAskedForAndTakenOnYes', async () => {
  const { done, storing, file } = setUpStoring(true);
  const now = Date.now();
  assert.ok(await storing.readBackup(/** @type {any} */ (file), { name: 'a.zip', marks: 'ask' }));
  await settle();
  assert.deepEqual(done[0], ['asked', 'a.zip', 1, 1]);
  assert.equal(done[1][0], 'marks');
  assert.ok(done[1][1][0] >= now && done[1][1][0] <= Date.now(), 'no time is later than now');
});

test('MarksInsideAFileStayOutsideOnNo', async () => {
  const { done, storing, file } = setUpStoring(false);
  await storing.readBackup(/** @type {any} */ (file), { name: 'a.zip', marks: 'ask' });
  await settle();
  assert.deepEqual(done, [['asked', 'a.zip', 1, 1]]);
});

const OWN = backup({ marks: [MARK], settings: { theme: 'dark', keys: true, next: 'year', __proto__: 1 } });

test('SettingsOfAnOwnBackupAreAskedForAfterItsMarksAreTaken', async () => {
  for (const agrees of /** @type {const} */ ([false, 'all'])) {
    const { done, storing, settings, undo } = setUpStoring(agrees);
    await storing.readBackup(/** @type {any} */ (OWN), { name: 'a.broadsheet', marks: 'accept' });
    await settle();
    assert.deepEqual(
      done.map(([what]) => what),
      ['marks', 'asked'],
    );
    assert.deepEqual(done[1], ['asked', 'a.broadsheet', undefined, undefined, ['theme']]);
    assert.equal(settings.value('theme'), agrees ? 'dark' : 'system');
    await undo.undo();
    assert.equal(settings.value('theme'), 'system');
  }
});

test('SettingsInsideAFileAreInTheSameQuestionAsItsMarksAndStayOutsideUnlessTheAnswerNamesThem', async () => {
  for (const agrees of /** @type {const} */ ([true, 'all'])) {
    const { done, storing, settings } = setUpStoring(agrees);
    await storing.readBackup(/** @type {any} */ (OWN), { name: 'a.zip', marks: 'ask' });
    await settle();
    assert.deepEqual(done[0], ['asked', 'a.zip', 1, 0, ['theme']]);
    assert.equal(done[1][0], 'marks');
    assert.equal(settings.value('theme'), agrees === 'all' ? 'dark' : 'system');
  }
});

test('WhereTheAnswerWasGivenBeforeNobodyIsAskedAgain', async () => {
  for (const said of /** @type {const} */ (['take', 'leave'])) {
    const { done, storing, settings } = setUpStoring(true);
    await storing.readBackup(/** @type {any} */ (OWN), { name: 'a.zip', marks: 'accept', settings: said });
    await settle();
    assert.deepEqual(
      done.map(([what]) => what),
      ['marks'],
    );
    assert.equal(settings.value('theme'), said === 'take' ? 'dark' : 'system');
  }
});

test('ABackupWithoutSettingsOrWithSuchAsAreNoneAsksForNothing', async () => {
  for (const settings of [
    undefined,
    null,
    'dark',
    7,
    [],
    { theme: 'sepia' },
    { theme: { a: 1 } },
    { keys: 'true' },
  ]) {
    const { done, storing } = setUpStoring('all');
    const file = backup({ marks: [MARK], settings });
    await storing.readBackup(/** @type {any} */ (file), { name: 'a.broadsheet', marks: 'accept' });
    await settle();
    assert.deepEqual(
      done.map(([what]) => what),
      ['marks'],
      JSON.stringify(settings),
    );
    assert.equal(localStorage.getItem('broadsheet.settings'), null);
  }
});

test('MarksOfASitesFileAreNeverTaken', async () => {
  const { done, storing, file } = setUpStoring(true);
  assert.ok(await storing.readBackup(/** @type {any} */ (file), { name: 'a.zip', marks: 'ignore' }));
  assert.deepEqual(done, []);
});

test('OnlyAFileThatIsChosenAsABackupIsTakenAsOneUnasked', async () => {
  /** @type {any[]} */
  const seen = [];
  const store = createStore(INITIAL);
  const library = {
    async open(/** @type {any} */ _batch, /** @type {any} */ options) {
      seen.push(options.marks);
      return newTally();
    },
  };
  const { open } = createOpening(/** @type {any} */ ({ store, library, notify() {}, onOutcome() {} }));
  const file = (/** @type {string} */ name) => ({ name, blob: new Blob() });
  await open([file('2026-01-14.broadsheet')]);
  await open([file('2026-01-14.zip')]);
  await open([file('2026-01-14.broadsheet'), file('a.md')]);
  await open(fromFolder([new File([], '2026-01-14.broadsheet')]));
  assert.deepEqual(seen, ['accept', 'ask', 'ask', 'ask']);
});
