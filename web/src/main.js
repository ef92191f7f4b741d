// Wires up state, engine, files and page. The only module that knows them all.
import * as platform from 'broadsheet-platform';
import { createArchiving } from './features/archive/archiving.js';
import { createAsking } from './features/files/asking.js';
import { createExporting } from './features/export/exporting.js';
import { createBrowsing } from './features/list/browsing.js';
import { createActing } from './features/selection/acting.js';
import { createHandingOut } from './features/selection/handing-out.js';
import { createSelecting } from './features/selection/selecting.js';
import { createDeciding } from './features/triage/deciding.js';
import { createCompleting } from './features/search/completing.js';
import { describeDays } from './features/contents/describing.js';
import { createCollecting } from './features/collections/collecting.js';
import { createLearning } from './features/interests/learning.js';
import { createLooking } from './features/also/looking.js';
import { createFinding } from './features/filters/finding.js';
import { createFirstView } from './app/first-view.js';
import { createLinking } from './features/open/linking.js';
import { createCounting } from './features/saved/counting.js';
import { createMarking } from './features/marks/marking.js';
import { noticeOf } from './app/kept-notes.js';
import { createOpening } from './features/open/opening.js';
import { recountFilters } from './features/filters/recounting.js';
import { createRecalling } from './features/search/recalling.js';
import { createRelating } from './features/similar/relating.js';
import { createRemoving } from './features/files/removing.js';
import { createSaving } from './features/saved/saving.js';
import { createSearching } from './features/search/searching.js';
import { createStoring } from './features/files/storing.js';
import { createTagging } from './features/tags/tagging.js';
import { createTrending } from './features/trends/trending.js';
import { createWatching } from './features/files/watching.js';
import { createEngine } from './engine/engine.js';
import { DAMAGED_PART } from './engine/protocol.js';
import { createRowCache } from './engine/row-cache.js';
import { createLibrary } from './library/library.js';
import { fromFiles } from './library/read-files.js';
import { t } from './i18n/index.js';
import { keepLanguage, preferredLanguage, useLanguage } from './i18n/language.js';
import { createMarks } from './marks/marks.js';
import { createCollections } from './marks/collections.js';
import { createInterests } from './marks/interests.js';
import { createTagColours } from './marks/tag-colours.js';
import { createPage } from './app/page.js';
import { FEATURES } from './features/index.js';
import { HOME } from './app/fragment.js';
import { createNavigation } from './app/navigation.js';
import { INITIAL } from './app/state.js';
import { createStore } from './app/store.js';
import { createUndo } from './app/undo.js';
import { isFull, closeDatabases } from './storage/database.js';
import { createKeptMarks } from './marks/kept-marks.js';
import { createTabs } from './storage/tabs.js';
import { loadFormulas } from './typeset/index.js';
import { whenFree } from './dom/when-free.js';
import { releaseWhenLeft } from './dom/when-left.js';
import { whenPainted, whenShown } from './dom/when-shown.js';

const MAX_STOPS = 2;

const root = document.body;
const store = createStore(INITIAL);
const engine = createEngine(platform, {
  onStop: onEngineStop,
  onSaving: (share) => library.showSaving(share),
  mark: () => kept.markAsOfPage(),
  sets: () =>
    Promise.all([loaded, gathered]).then(() => ({
      ...marks.sets(),
      ...collecting.sets(),
      ...learning.sets(),
    })),
});
const kept = createKeptMarks();
const tabs = createTabs(follow);
const onMarks = () => store.set({ marksAt: store.get().marksAt + 1 });
const marks = createMarks({
  kept,
  onSets: (changes) => engine.putInSets(changes).catch(() => {}),
  onChange: onMarks,
  onSaid: () => recalling.meant(),
  onKept: (works) => tabs.tell({ kind: 'marks', works }),
  onUnkept: (error) => notify(isFull(error) ? 'notice.full.mark' : 'notice.unkept.mark'),
});
const loaded = marks.load().then(onMarks);
const colours = createTagColours({
  kept,
  onChange: onMarks,
  onKept: () => tabs.tell({ kind: 'tags' }),
});
const collections = createCollections({
  kept,
  onChange: () => collecting.changed(),
  onKept: () => tabs.tell({ kind: 'collections' }),
  onUnkept: (error) => notify(isFull(error) ? 'notice.full.mark' : 'notice.unkept.mark'),
});
const interests = createInterests({
  kept,
  onChange: onMarks,
  onKept: () => tabs.tell({ kind: 'interests' }),
});
const library = createLibrary(engine, platform, {
  onShelf(shelf) {
    store.set({ shelf, booted: true });
    collecting.match();
    if (isOpen) searching.search({ stay: true });
  },
  onProgress: (progress) => store.set({ progress }),
  onNotes: (notes) => page.notify(noticeOf(notes)),
  onFull: (name) => notify('notice.full', { name }),
  onKept() {
    tabs.tell({ kind: 'digests' });
    storing.keepForGood();
    // Removing everything also removed this mark.
    kept.markAsOfPage();
  },
  onFailed(error) {
    console.error(error);
    notify('notice.failed');
  },
  onBackup: (file, from) => storing.readBackup(file, from),
  onCollection: (name, bytes) => collecting.take(name, bytes),
});
const navigation = createNavigation(
  (address) => {
    const before = store.get().address.sources;
    browsing.moved(address);
    linking.open(address.sources.filter((source) => !before.includes(source)));
  },
  () => papers().place(),
);
const rows = createRowCache(engine.rows, () => papers().refresh());
let stops = 0;
const firstView = createFirstView({ store, rows, build: platform.build });
let isOpen = false;
const relating = createRelating({ store, engine });
function onPaper() {
  relating.relate();
  marking.opened();
}
const undo = createUndo({ onChange: (last) => page.tellDone(last) });
const recalling = createRecalling({ store, undo });
/** Works of these sets are in no list and no count. */
const hiddenSets = () => ['is:dismissed', ...(page.settings.value('done') === 'leaves' ? ['is:read'] : [])];
const searching = createSearching({
  store,
  engine,
  rows,
  hiddenSets,
  isOpening: () => opensKept !== null && !isOpen,
  ready: loadFormulas,
  placeNow: () => papers().place(),
  onList: ({ cursor, reveal, place }) =>
    place ? papers().showPlace(place) : papers().scrollTo(cursor, reveal ? 'center' : 'start'),
  onAnswer: () => (stops = 0),
  onPaper,
});
const browsing = createBrowsing({ store, navigation, rows, searching });
const marking = createMarking({
  store,
  marks,
  countsAsRead: () => /** @type {any} */ (page.settings.value('opening')),
});
const saving = createSaving({
  store,
  kept,
  browsing,
  undo,
  onSearches: () => tabs.tell({ kind: 'searches' }),
});
const tagging = createTagging({ store, marks, colours, saving, browsing, searching, undo });
createCounting({ store, engine, searching });
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
  notify: (key, values) => notify(key, values),
});
const learning = createLearning({ store, engine, marks, interests, searching, undo });
const looking = createLooking({ store, engine, searching });
const trending = createTrending({ store, engine, navigation });
const gathered = Promise.all([collections.load(), interests.load()]);
const acting = createActing({ store, marks, deciding });
const completing = createCompleting({ store, engine });
const finding = createFinding({ store, engine });
/** @param {string} key @param {Record<string, string | number>} [values] */
const notify = (key, values) => page.notify({ text: t(key, values), files: 0 });
const handingOut = createHandingOut({ selecting, engine, notify });
const exporting = createExporting({
  store,
  rows,
  engine,
  marks,
  searching,
  selecting,
  notify: (key, values, isBrief) => page.notify({ text: t(key, values), files: 0, isBrief }),
});
const opening = createOpening({
  store,
  library,
  navigation,
  loadSample: platform.loadSample,
  notify,
  onOutcome: (said) => page.notify(said),
});
const linking = createLinking({ store, site: platform.site, opening, notify });
const archiving = createArchiving({ store, site: platform.site, opening, notify });
const watching = createWatching({ store, kept, opening, notify });

const removing = createRemoving({ store, library, kept, undo, notify });
const storing = createStoring({
  store,
  library,
  marks,
  saving,
  colours,
  collections,
  interests,
  kept,
  settings: () => page.settings,
  undo,
  notify,
  askMarks: (offer) => asking.marks(offer),
  forgetShared: platform.forgetShared,
  onForget() {
    navigation.replace(HOME);
    store.set({ address: HOME });
  },
  onForgotten() {
    undo.clear();
    engine.sets(marks.sets()).catch(() => {});
    tabs.tell({ kind: 'forgotten' });
  },
});

const asking = createAsking({
  engine,
  storing,
  collections,
  opening,
  ask: (offer) => page.features.files.ask(offer),
});

/** Another tab has changed what is stored. @param {import('./storage/tabs.js').News} news */
function follow(news) {
  if (news.kind === 'digests') library.follow();
  else if (news.kind === 'marks') followMarks(news.works);
  else if (news.kind === 'searches') saving.load();
  else if (news.kind === 'tags') colours.load();
  else if (news.kind === 'collections') collections.load();
  else if (news.kind === 'interests') interests.load();
  else {
    // Only marks made from now on exist.
    marks.forgetAll();
    saving.forgetAll();
    colours.forgetAll();
    collections.forgetAll();
    interests.forgetAll();
    whenFree(library.isReading, loadAnew);
  }
}

/** @param {string[]} works */
async function followMarks(works) {
  const dismissed = () => works.map((work) => marks.get(work)?.dismissed ?? false).join();
  const before = dismissed();
  await marks.reload(works);
  if (dismissed() !== before) searching.search({ stay: true });
}

const loadAnew = () => location.reload();
/** Another tab has applied the next version. */
function onOther() {
  store.set({ applyUpdate: loadAnew });
  whenFree(() => library.isReading() || library.wouldLose(), loadAnew);
}

/** @param {string} message */
function onEngineStop(message) {
  // The new worker rebuilds the index and reports that.
  if (message.includes(DAMAGED_PART)) return library.restore();
  console.error('engine stopped:', message);
  stops += 1;
  if (stops > MAX_STOPS) return notify('notice.engine.dead');
  if (stops === MAX_STOPS) {
    browsing.type('');
    notify('notice.engine.query');
  } else notify('notice.engine');
  library.restore();
}

/** When the user leaves the page, nothing can wait for the database. */
function leave() {
  page.leave();
  marks.leave();
}
window.addEventListener('pagehide', leave);
document.addEventListener('visibilitychange', () => document.hidden && leave());
releaseWhenLeft(() => {
  if (!library.isKept()) return false;
  engine.end();
  closeDatabases();
  return true;
});

function mount() {
  return createPage(root, FEATURES, {
    store,
    browsing,
    completing,
    finding,
    opening,
    archiving,
    watching,
    rows,
    searching,
    deciding,
    selecting,
    acting,
    handingOut,
    exporting,
    saving,
    collecting,
    learning,
    looking,
    relating,
    trending,
    tagging,
    recalling,
    removing,
    storing,
    marks,
    licenses: platform.licenses,
    onCancel: library.cancel,
    onLater: () => store.set({ applyUpdate: null }),
    onLanguage(language) {
      const isChosenInSheet = page.features.settings.sheet.isOpen();
      keepLanguage(language);
      useLanguage(language);
      const place = papers().place();
      page.end();
      page = mount();
      if (place) papers().showPlace(place);
      if (isChosenInSheet) page.features.settings.sheet.show('language');
      else page.focusLanguage();
    },
  });
}

/** Loads the core and KaTeX, which are not needed until there are papers. */
function prepare() {
  engine.prepare();
  loadFormulas();
}

const address = navigation.read();
const place = navigation.placeBefore();
store.set({ address, cursor: place?.cursor ?? 0 });
const hasView = firstView.show();
// Start opening the library before drawing the page. An empty page does not wait for the core.
if (hasView) engine.prepare();
let opensKept = hasView ? library.openKept({ marked: true }) : null;
useLanguage(preferredLanguage());
let page = mount();
const papers = () => page.features.list.papers;
if (hasView && place) papers().showPlace(place);

async function start() {
  describeDays({ store, engine, hiddenSets });
  recountFilters({ store, engine, requestOf: searching.requestOf });
  if (!opensKept && (await kept.digestIds()).length > 0) opensKept = library.openKept({ marked: false });
  if (opensKept) whenPainted(loadFormulas).then(() => papers().refresh());
  // Requested while the library is opening, so that the answer follows immediately.
  const found = opensKept && Promise.resolve().then(() => searching.search({ reveal: true, place }));
  await Promise.all([loaded, saving.load(), colours.load(), gathered, opensKept]);
  isOpen = true;
  // The browser may have deleted the library that the first view showed, and the database's mark with it.
  if (opensKept) kept.markAsOfPage();
  firstView.keepFrom();
  if (address.sample) await opening.openSample();
  platform.startApp({
    onUpdate: (applyUpdate) => store.set({ applyUpdate }),
    onOther,
    onShared: asking.files,
    onFiles: (files) => opening.open(fromFiles(files)),
  });
  await linking.open(address.sources);
  store.set({ booted: true });
  whenShown(prepare);
  const isFound = (await found) && address.sources.length === 0 && !address.sample;
  if (!isFound) await searching.search({ reveal: true, place });
  if (address.paper && !(await searching.loadPaper()))
    notify('notice.missing', { digest: address.paper.split('@').slice(1).join('@') });
  watching.start();
  // A link to a file or to the sample shows that and nothing else.
  archiving.find({ newest: !address.sample && address.sources.length === 0 });
}

start();
