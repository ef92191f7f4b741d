// Wires state, engine, files and page. The one module that knows them all.
import * as platform from 'broadsheet-platform';
import { createArchiving } from './actions/archiving.js';
import { createBrowsing } from './actions/browsing.js';
import { createCompleting } from './actions/completing.js';
import { createFirstView } from './actions/first-view.js';
import { createLinking } from './actions/linking.js';
import { createMarking } from './actions/marking.js';
import { noticeOf } from './actions/notices.js';
import { createOpening } from './actions/opening.js';
import { createRelating } from './actions/relating.js';
import { createSearching } from './actions/searching.js';
import { createStoring } from './actions/storing.js';
import { createWatching } from './actions/watching.js';
import { createEngine } from './engine/engine.js';
import { DAMAGED_PART } from './engine/protocol.js';
import { createRowCache } from './engine/row-cache.js';
import { createLibrary } from './files/library.js';
import { fromFiles } from './files/read-files.js';
import { t } from './i18n/index.js';
import { keepLanguage, preferredLanguage, useLanguage } from './i18n/language.js';
import { createMarks } from './marks/marks.js';
import { createPage } from './page.js';
import { HOME } from './state/fragment.js';
import { createNavigation } from './state/navigation.js';
import { INITIAL } from './state/state.js';
import { createStore } from './state/store.js';
import { isFull, letGoOfDatabase } from './storage/database.js';
import { createKeptMarks } from './storage/kept-marks.js';
import { createTabs } from './storage/tabs.js';
import { loadFormulas } from './typeset/index.js';
import { letGoWhenLeft } from './when-left.js';
import { whenPainted, whenShown } from './when-shown.js';

const MAX_STOPS = 2;

const root = document.body;
const store = createStore(INITIAL);
const engine = createEngine(platform, {
  onStop: onEngineStop,
  mark: () => kept.markAsOfPage(),
  sets: () => loaded.then(marks.sets),
});
const kept = createKeptMarks();
const tabs = createTabs(follow);
const onMarks = () => store.set({ marksAt: store.get().marksAt + 1 });
const marks = createMarks({
  kept,
  onSets: (changes) => engine.putInSets(changes).catch(() => {}),
  onChange: onMarks,
  onKept: (works) => tabs.tell({ kind: 'marks', works }),
  onUnkept: (error) => notify(isFull(error) ? 'notice.full.mark' : 'notice.unkept.mark'),
});
const loaded = marks.load().then(onMarks);
const library = createLibrary(engine, platform, {
  onShelf(shelf) {
    store.set({ shelf, booted: true });
    if (isOpen) searching.search({ stay: true });
  },
  onProgress: (progress) => store.set({ progress }),
  onNotes: (notes) => notify(...noticeOf(notes)),
  onFull: (name) => notify('notice.full', { name }),
  onKept() {
    tabs.tell({ kind: 'digests' });
    storing.keepForGood();
    // Removing everything took the mark away.
    kept.markAsOfPage();
  },
  onBackup: (file) => storing.takeBackup(file),
});
const navigation = createNavigation((address) => {
  const before = store.get().address.sources;
  browsing.moved(address);
  linking.open(address.sources.filter((source) => !before.includes(source)));
});
const rows = createRowCache(engine.rows, () => page.list.refresh());
let stops = 0;
const firstView = createFirstView({ store, rows });
let isOpen = false;
const relate = createRelating({ store, engine });
function onPaper() {
  relate();
  marking.opened();
}
const searching = createSearching({
  store,
  engine,
  rows,
  isComing: () => opensKept !== null && !isOpen,
  ready: loadFormulas,
  onList: ({ cursor, reveal }) => page.list.scrollTo(cursor, reveal ? 'center' : 'start'),
  onAnswer: () => (stops = 0),
  onPaper,
});
const browsing = createBrowsing({ store, navigation, rows, searching });
const marking = createMarking({
  store,
  marks,
  kept,
  rows,
  browsing,
  onSearches: () => tabs.tell({ kind: 'searches' }),
});
const completing = createCompleting({ store, engine });
/** @param {string} key @param {Record<string, string | number>} [values] */
const notify = (key, values) => page.notify(t(key, values));
const opening = createOpening({
  store,
  library,
  navigation,
  loadSample: platform.loadSample,
  notify,
  onRefused: (refused) => page.showRefused(refused),
});
const linking = createLinking({ store, site: platform.site, opening, notify });
const archiving = createArchiving({ store, site: platform.site, opening, notify });
const watching = createWatching({ store, kept, opening, notify });

const storing = createStoring({
  store,
  library,
  marks,
  marking,
  kept,
  notify,
  onForget() {
    navigation.replace(HOME);
    store.set({ address: HOME });
  },
  onForgotten() {
    engine.sets(marks.sets());
    tabs.tell({ kind: 'forgotten' });
  },
});

/** Another tab has changed what is kept. @param {import('./storage/tabs.js').News} news */
function follow(news) {
  if (news.kind === 'digests') library.follow();
  else if (news.kind === 'marks') marks.reload(news.works);
  else if (news.kind === 'searches') marking.loadSearches();
  else location.reload();
}

/** @param {string} message */
function onEngineStop(message) {
  // Its replacement makes the index anew, and that is said.
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

letGoWhenLeft(() => {
  if (!library.isKept()) return false;
  engine.end();
  letGoOfDatabase();
  return true;
});

function mount() {
  return createPage(root, {
    store,
    browsing,
    completing,
    opening,
    archiving,
    watching,
    rows,
    marking,
    storing,
    marks,
    onCancel: library.cancel,
    onLater: () => store.set({ takeUpdate: null }),
    onLanguage(language) {
      keepLanguage(language);
      useLanguage(language);
      page.end();
      page = mount();
      page.focusLanguage();
    },
  });
}

/** The core and KaTeX, which nothing needs before there are papers. */
function prepare() {
  engine.prepare();
  loadFormulas();
}

const address = navigation.read();
store.set({ address });
const hasView = firstView.show();
// The library is on its way before the page is drawn. On an empty page nothing waits for the core.
if (hasView) engine.prepare();
let opensKept = hasView ? library.openKept({ marked: true }) : null;
useLanguage(preferredLanguage());
let page = mount();

async function start() {
  if (!opensKept && (await kept.digestIds()).length > 0) opensKept = library.openKept({ marked: false });
  if (opensKept) whenPainted(loadFormulas).then(() => page.list.refresh());
  // Asked for while the library is on its way: the answer comes right behind it.
  const found = opensKept && Promise.resolve().then(() => searching.search({ reveal: true }));
  await Promise.all([loaded, marking.loadSearches(), opensKept]);
  isOpen = true;
  // What the first view promised may have been taken away by the browser.
  if (opensKept) kept.markAsOfPage();
  firstView.keepFrom();
  if (address.sample) await opening.openSample();
  platform.startApp({
    onUpdate: (takeUpdate) => store.set({ takeUpdate }),
    onFiles: (files) => opening.open(fromFiles(files)),
  });
  await linking.open(address.sources);
  store.set({ booted: true });
  whenShown(prepare);
  const isFound = (await found) && address.sources.length === 0 && !address.sample;
  if (!isFound) await searching.search({ reveal: true });
  if (address.paper && !(await searching.loadPaper()))
    notify('notice.missing', { digest: address.paper.split('@').slice(1).join('@') });
  watching.start();
  // A link to one file, or to the sample, shows that and nothing else.
  archiving.find({ newest: !address.sample && address.sources.length === 0 });
}

start();
