// The page without its views: everything that web/src/main.js wires, wired the same way, and what it would show.
import '../../web/support/browser.mjs';
import { createArchiving } from '../../../web/src/features/archive/archiving.js';
import { createBrowsing } from '../../../web/src/features/list/browsing.js';
import { createCollecting } from '../../../web/src/features/collections/collecting.js';
import { createCompleting } from '../../../web/src/features/search/completing.js';
import { createLearning } from '../../../web/src/features/interests/learning.js';
import { createLooking } from '../../../web/src/features/also/looking.js';
import { createFinding } from '../../../web/src/features/filters/finding.js';
import { recountFilters } from '../../../web/src/features/filters/recounting.js';
import { createLinking } from '../../../web/src/features/open/linking.js';
import { createMarking } from '../../../web/src/features/marks/marking.js';
import { createOpening } from '../../../web/src/features/open/opening.js';
import { createTrending } from '../../../web/src/features/trends/trending.js';
import { createRelating } from '../../../web/src/features/similar/relating.js';
import { createActing } from '../../../web/src/features/selection/acting.js';
import { createExporting } from '../../../web/src/features/export/exporting.js';
import { createHandingOut } from '../../../web/src/features/selection/handing-out.js';
import { createSelecting } from '../../../web/src/features/selection/selecting.js';
import { createCounting } from '../../../web/src/features/saved/counting.js';
import { createDeciding } from '../../../web/src/features/triage/deciding.js';
import { createRemoving } from '../../../web/src/features/files/removing.js';
import { createSaving } from '../../../web/src/features/saved/saving.js';
import { createSearching } from '../../../web/src/features/search/searching.js';
import { createStoring } from '../../../web/src/features/files/storing.js';
import { createTagging } from '../../../web/src/features/tags/tagging.js';
import { createWatching } from '../../../web/src/features/files/watching.js';
import { createEngine } from '../../../web/src/engine/engine.js';
import { createRowCache } from '../../../web/src/engine/row-cache.js';
import { createLibrary } from '../../../web/src/library/library.js';
import { fromText } from '../../../web/src/library/read-files.js';
import { createCollections } from '../../../web/src/marks/collections.js';
import { createInterests } from '../../../web/src/marks/interests.js';
import { createTagColours } from '../../../web/src/marks/tag-colours.js';
import { createMarks } from '../../../web/src/marks/marks.js';
import { createNavigation } from '../../../web/src/app/navigation.js';
import { INITIAL } from '../../../web/src/app/state.js';
import { createUndo } from '../../../web/src/app/undo.js';
import { createSettings } from '../../../web/src/app/settings.js';
import { createStore } from '../../../web/src/app/store.js';
import { createKeptMarks } from '../../../web/src/marks/kept-marks.js';
import { createPlatform } from './workers.mjs';

/** @typedef {import('../../../web/src/library/library.js').Source} Source */

/**
 * @param {object} [parts]
 * @param {ReturnType<typeof createPlatform>} [parts.platform]
 * @param {import('../../../web/src/archive/site.js').Site | null} [parts.site]
 * @param {() => Promise<Source>} [parts.loadSample]
 */
export function createReader({ platform = createPlatform(), site = null, loadSample = never } = {}) {
  /** What the person is told, and the other tabs. */
  const told = {
    notices: /** @type {[string, any][]} */ ([]),
    /** What was done, and can be undone. */
    done: /** @type {string[]} */ ([]),
    outcomes: /** @type {import('../../../web/src/features/open/outcome.js').Said[]} */ ([]),
    notes: /** @type {import('../../../web/src/engine/protocol.js').KeptNote[]} */ ([]),
    progress: /** @type {any[]} */ ([]),
    stops: /** @type {string[]} */ ([]),
    failures: /** @type {unknown[]} */ ([]),
    /** Marks in a file that nobody said yes to. */
    asked: /** @type {any[]} */ ([]),
    news: /** @type {any[]} */ ([]),
  };
  /** @param {string} key @param {any} [values] */
  const notify = (key, values) => told.notices.push([key, values]);

  const store = createStore(INITIAL);
  const kept = createKeptMarks();
  const engine = createEngine(platform, {
    onStop(message) {
      told.stops.push(message);
      library.restore();
    },
    onSaving: (share) => library.showSaving(share),
    mark: () => kept.markAsOfPage(),
    sets: async () => ({ ...marks.sets(), ...collecting.sets(), ...learning.sets() }),
  });
  const onMarks = () => store.set({ marksAt: store.get().marksAt + 1 });
  const marks = createMarks({
    kept,
    onSets: (changes) => engine.putInSets(changes).catch(() => {}),
    onChange: onMarks,
    onKept: (works) => told.news.push({ kind: 'marks', works }),
    onUnkept: () => notify('notice.unkept.mark'),
  });
  const colours = createTagColours({
    kept,
    onChange: onMarks,
    onKept: () => told.news.push({ kind: 'tags' }),
  });
  const collections = createCollections({
    kept,
    onChange: () => collecting.changed(),
    onKept: () => told.news.push({ kind: 'collections' }),
    onUnkept: () => notify('notice.unkept.mark'),
  });
  const interests = createInterests({
    kept,
    onChange: onMarks,
    onKept: () => told.news.push({ kind: 'interests' }),
  });
  const library = createLibrary(engine, platform, {
    onShelf(shelf) {
      store.set({ shelf, booted: true });
      collecting.match();
      searching.search({ stay: true });
    },
    onProgress(progress) {
      told.progress.push(progress);
      store.set({ progress });
    },
    onNotes: (notes) => told.notes.push(...notes),
    onFull: (name) => notify('notice.full', { name }),
    onKept: () => told.news.push({ kind: 'digests' }),
    onFailed: (error) => told.failures.push(error),
    onBackup: (file, from) => storing.readBackup(file, from),
    onCollection: (name, bytes) => collecting.take(name, bytes),
  });
  const navigation = createNavigation((address) => browsing.moved(address));
  const rows = createRowCache(engine.rows, () => {});
  const relating = createRelating({ store, engine });
  const undo = createUndo({ onChange: (last) => last && told.done.push(last.text) });
  const hiddenSets = () => ['is:dismissed'];
  const searching = createSearching({
    store,
    engine,
    rows,
    hiddenSets,
    isOpening: () => false,
    ready: async () => {},
    onList: () => {},
    onAnswer: () => {},
    onPaper() {
      relating.relate();
      marking.opened();
    },
  });
  recountFilters({ store, engine, requestOf: searching.requestOf });
  const browsing = createBrowsing({ store, navigation, rows, searching });
  const marking = createMarking({
    store,
    marks,
    countsAsRead: () => 'at-once',
  });
  const saving = createSaving({
    store,
    kept,
    browsing,
    undo,
    onSearches: () => told.news.push({ kind: 'searches' }),
  });
  const tagging = createTagging({ store, marks, colours, saving, browsing, searching, undo });
  createCounting({ store, engine, searching });
  const opening = createOpening({
    store,
    library,
    navigation,
    loadSample,
    notify,
    onOutcome: (said) => told.outcomes.push(said),
  });
  const deciding = createDeciding({ store, marks, rows, browsing, searching, engine, undo, hiddenSets });
  const selecting = createSelecting({ store, rows, engine, browsing, searching, deciding });
  const collecting = createCollecting({
    store,
    engine,
    collections,
    deciding,
    searching,
    undo,
    sets: () => ({ ...marks.sets(), ...learning.sets() }),
    notify,
  });
  const learning = createLearning({ store, engine, marks, interests, searching, undo });
  const looking = createLooking({ store, engine, searching });
  const trending = createTrending({ store, engine, navigation });
  const removing = createRemoving({ store, library, kept, undo, notify });
  const settings = createSettings([{ name: 'theme', choices: ['system', 'light', 'dark'] }]);
  const storing = createStoring({
    store,
    library,
    marks,
    saving,
    colours,
    collections,
    interests,
    kept,
    settings: () => settings,
    undo,
    notify,
    async askMarks(offer) {
      told.asked.push(offer);
      return offer.changes ? false : 'all';
    },
    forgetShared: async () => {},
    onForget: () => {},
    onForgotten: () => engine.sets(marks.sets()),
  });

  return {
    told,
    store,
    kept,
    engine,
    marks,
    colours,
    collections,
    collecting,
    interests,
    learning,
    looking,
    relating,
    trending,
    library,
    navigation,
    rows,
    searching,
    browsing,
    marking,
    saving,
    tagging,
    opening,
    storing,
    removing,
    deciding,
    selecting,
    acting: createActing({ store, marks, deciding }),
    handingOut: createHandingOut({ selecting, engine, notify }),
    exporting: createExporting({ store, rows, engine, marks, searching, selecting, notify }),
    undo,
    settings,
    platform,
    completing: createCompleting({ store, engine }),
    finding: createFinding({ store, engine }),
    linking: createLinking({ store, site, opening, notify }),
    archiving: createArchiving({ store, site, opening, notify }),
    watching: createWatching({ store, kept, opening, notify }),
    /** What is open, by name. */
    names: () => store.get().shelf.digests.map(({ name }) => name),
    /** Titles of the first rows of the list. */
    titles: () => [0, 1, 2, 3, 4, 5, 6, 7].flatMap((index) => rows.at(index)?.title.text ?? []),
    /** The next visit: what is kept is opened. */
    async start() {
      await marks.load();
      await saving.load();
      await colours.load();
      await collections.load();
      await interests.load();
      await library.openKept({ marked: false });
    },
    /** @param {Record<string, string>} files name and text */
    open: (files, options = { keeps: true, marks: 'accept' }) => library.open(sources(files), options),
    end: () => platform.end(),
  };
}

/** @returns {Promise<never>} */
const never = () => Promise.reject(new Error('there is no sample'));

/** @param {Record<string, string | Uint8Array>} files */
export const sources = (files) =>
  Object.entries(files).map(([name, text]) => fromText(/** @type {any} */ (text), name));
