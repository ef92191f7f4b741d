// Wires state, engine, files and page. The one module that knows them all.
import * as platform from 'broadsheet-platform';
import { createBrowsing } from './actions/browsing.js';
import { createCompleting } from './actions/completing.js';
import { createOpening } from './actions/opening.js';
import { createRelating } from './actions/relating.js';
import { createSearching } from './actions/searching.js';
import { createEngine } from './engine/engine.js';
import { createRowCache } from './engine/row-cache.js';
import { createLibrary } from './files/library.js';
import { keepLanguage, preferredLanguage, t, useLanguage } from './i18n/index.js';
import { createPage } from './page.js';
import { createNavigation } from './state/navigation.js';
import { INITIAL } from './state/state.js';
import { createStore } from './state/store.js';

const MAX_STOPS = 2;

const root = document.body;
const store = createStore(INITIAL);
const engine = createEngine(platform, onEngineStop);
const library = createLibrary(engine, platform, {
  onShelf(shelf) {
    store.set({ shelf, booted: true });
    searching.search({ stay: true });
  },
  onProgress: (progress) => store.set({ progress }),
});
const navigation = createNavigation((address) => browsing.moved(address));
const rows = createRowCache(engine.rows, () => page.list.refresh());
let stops = 0;
const relate = createRelating({ store, engine });
const searching = createSearching({
  store,
  engine,
  rows,
  onList: ({ cursor, reveal }) => page.list.scrollTo(cursor, reveal ? 'center' : 'start'),
  onAnswer: () => (stops = 0),
  onPaper: relate,
});
const browsing = createBrowsing({ store, navigation, rows, searching });
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

/** @param {string} message */
function onEngineStop(message) {
  console.error('engine stopped:', message);
  stops += 1;
  if (stops > MAX_STOPS) return notify('notice.engine.dead');
  if (stops === MAX_STOPS) {
    browsing.type('');
    notify('notice.engine.query');
  } else notify('notice.engine');
  library.restore();
}

function mount() {
  return createPage(root, {
    store,
    browsing,
    completing,
    opening,
    rows,
    onCancel: library.cancel,
    onLanguage(language) {
      keepLanguage(language);
      useLanguage(language);
      page.end();
      page = mount();
      page.focusLanguage();
    },
  });
}

useLanguage(preferredLanguage());
let page = mount();

async function start() {
  engine.prepare();
  const address = navigation.read();
  store.set({ address });
  await opening.openKept();
  if (address.sample) await opening.openSample();
  store.set({ booted: true });
  await searching.search({ reveal: true });
  if (address.paper && !(await searching.loadPaper()))
    notify('notice.missing', { digest: address.paper.split('@').slice(1).join('@') });
}

start();
