// A page with a list and without views, over a stand-in for the engine that lists what is not dismissed.
import { INITIAL } from '../../../web/src/app/state.js';
import { createStore } from '../../../web/src/app/store.js';
import { createUndo } from '../../../web/src/app/undo.js';
import { createRowCache } from '../../../web/src/engine/row-cache.js';
import { createLatest } from '../../../web/src/engine/latest.js';
import { createMarks } from '../../../web/src/marks/marks.js';
import { blank } from '../../../web/src/marks/mark.js';
import { createBrowsing } from '../../../web/src/features/list/browsing.js';
import { createMarking } from '../../../web/src/features/marks/marking.js';
import { createSearching } from '../../../web/src/features/search/searching.js';
import { createActing } from '../../../web/src/features/selection/acting.js';
import { createSelecting } from '../../../web/src/features/selection/selecting.js';
import { createDeciding } from '../../../web/src/features/triage/deciding.js';

const DAYS = ['2026-01-15', '2026-01-14'];

/** @param {number} count of papers, half of each day @param {{ leaves?: boolean, opening?: string }} [settings] */
export async function openPage(count, { leaves = false, opening = 'soon' } = {}) {
  let papers = Array.from({ length: count }, (_, at) => ({
    work: `w${at}`,
    key: `w${at}@day`,
    date: DAYS[Math.floor((2 * at) / count)],
  }));
  const told = /** @type {any[]} */ ([]);
  const store = createStore({
    ...INITIAL,
    shelf: { digests: [/** @type {any} */ ({}), /** @type {any} */ ({})], refused: [], known: [] },
  });
  const kept = { all: async () => [], merge: async () => [] };
  const marks = createMarks(
    /** @type {any} */ ({ kept, onSets() {}, onChange() {}, onKept() {}, onUnkept() {} }),
  );
  const hiddenSets = () => ['is:dismissed', ...(leaves ? ['is:read'] : [])];
  /** @param {any} request */
  const listed = ({ text = '', days = [], hiddenSets = [] }) =>
    papers.filter(({ work, date }) => {
      const mark = marks.get(work) ?? blank(work);
      const hidden =
        (hiddenSets.includes('is:dismissed') && mark.dismissed) ||
        (hiddenSets.includes('is:read') && mark.read);
      return !hidden && work.includes(text) && (days.length === 0 || days.includes(date));
    });
  let list = papers;
  let generation = 0;
  const later = (/** @type {any} */ value) => new Promise((resolve) => setImmediate(() => resolve(value)));
  const engine = /** @type {any} */ ({
    search: createLatest(async (_, { request, paper, rows }) => {
      list = listed(request);
      const position = list.findIndex(({ key }) => key === paper);
      const result = { total: list.length, hidden: papers.length - list.length };
      const answer = {
        result,
        generation: ++generation,
        paperCount: count,
        position,
        from: 0,
        rows: list.slice(0, rows),
      };
      return later(answer);
    }).bind(null, 'search'),
    works: ({ request, from, to }) =>
      later(
        listed(request)
          .slice(from, to)
          .map(({ work }) => work),
      ),
    worksShown: (asked) => later(asked === generation ? list.map(({ work }) => work) : null),
    rows: ({ generation: asked, from, count }) =>
      later(asked === generation ? list.slice(from, from + count) : null),
    paper: (key) => {
      const paper = papers.find((each) => each.key === key);
      return later(paper ? { paper, position: list.indexOf(paper) } : null);
    },
  });
  const rows = createRowCache(engine.rows, () => {});
  const navigation = { push() {}, replace() {}, canGoBackToList: () => false };
  /** @type {any} */
  const parts = { store, engine, rows, hiddenSets, navigation, marks };
  const searching = createSearching({
    ...parts,
    isComing: () => false,
    ready: async () => {},
    onList() {},
    onAnswer() {},
    onPaper: () => marking.opened(),
  });
  const browsing = createBrowsing({ ...parts, searching });
  const marking = createMarking({ ...parts, countsAsRead: () => opening });
  const undo = createUndo({ onChange: (last) => told.push(last) });
  const deciding = createDeciding({ ...parts, browsing, searching, undo });
  const selecting = createSelecting({ ...parts, browsing, searching, deciding });
  const acting = createActing({ ...parts, deciding });
  await searching.search();
  return {
    store,
    selecting,
    acting,
    marks,
    browsing,
    deciding,
    told,
    /** Only papers whose name holds that text are found. @param {string} text */
    refine(text) {
      store.set({ address: { ...store.get().address, text } });
      return searching.search();
    },
    /** A digest is removed, and with it these papers. @param {string[]} works */
    async lose(works) {
      papers = papers.filter(({ work }) => !works.includes(work));
      const { shelf } = store.get();
      store.set({ shelf: { ...shelf, digests: shelf.digests.slice(1) } });
      await searching.search({ stay: true });
    },
    /** As the next search would. */
    refresh: () => searching.search({ stay: true }),
    /** What a user sees: the list, where the cursor is, the open paper, and what was said. */
    seen: () => ({
      list: list.map(({ work }) => work),
      cursor: list[store.get().cursor]?.work,
      paper: store.get().paper?.work ?? '',
      said: papers.map(({ work }) => {
        const { read, starred, dismissed, note, tags } = marks.get(work) ?? blank(work);
        const on = Object.keys(tags).filter((name) => tags[name].on);
        return [read, starred, dismissed, note, ...on.sort()].join();
      }),
    }),
  };
}
