import { filterCount } from '../../app/fragment.js';
import { canAdvance, canMove, canStep, hasPapers } from './applying.js';
import { createListHead } from './list-head.js';
import { isOneDigest } from './numbering.js';
import { createPaperList } from './paper-list.js';
import { createSaying } from './saying.js';
import { isSelecting } from '../../app/selection.js';
import { asksForWords } from '../../text/filter-words.js';

/** The papers found. @param {import('../../app/feature.js').App} app */
export function list({ store, rows, marks, tagging, browsing, isPhone, run }) {
  const head = createListHead({
    onOrder: browsing.order,
    onFilters: () => run('filters'),
    onTop() {
      toTop();
      // Its button goes.
      papers.focus();
    },
    onSelect: () => run('select-many'),
    onExport: () => run('export', { kind: store.get().selection.works.size > 0 ? 'selected' : 'found' }),
  });
  const papers = createPaperList({
    rowAt: rows.at,
    markOf: marks.get,
    colourOf: tagging.colourOf,
    isForYou: (work) => store.get().interest.works.has(work),
    onNeed: rows.want,
    onOpen: open,
    onMove: browsing.move,
    onTopRow: showTop,
  });
  let detach = () => {};

  /** @param {number} index */
  async function open(index) {
    await browsing.open(index);
    if (isPhone()) run('read');
  }
  /** @param {import('../../engine/protocol.js').Row | undefined} row @param {boolean} isAway from the first one */
  function showTop(row, isAway) {
    head.showTop(isAway);
    if (!row) return;
    const topDay = row.date || row.digest;
    // Other features draw it, and one of them may be drawing now.
    if (topDay !== store.get().topDay) queueMicrotask(() => store.set({ topDay }));
  }
  function toTop() {
    browsing.move(0);
    papers.scrollTo(0, 'start');
  }
  /** The cursor may be there already, and out of sight. */
  function toEnd() {
    browsing.move(Infinity);
    papers.scrollTo(store.get().cursor, 'end');
  }
  const openCurrent = () => open(store.get().cursor);
  /** @param {1 | -1} by */
  const step = (by) => () => browsing.step(by);
  /** To the next row or, where a paper is open, to the next paper. @param {1 | -1} by */
  const move = (by) => () => (store.get().paper ? browsing.step(by) : browsing.move(store.get().cursor + by));

  return /** @satisfies {import('../../app/feature.js').Feature & Record<string, unknown>} */ ({
    places: { 'list-head': head.node, list: papers.node },
    commands: [
      {
        name: 'down',
        words: 'keys.move',
        keys: ['j'],
        idleKeys: ['ArrowDown'],
        applies: canAdvance(1),
        run: move(1),
      },
      {
        name: 'up',
        words: 'keys.move',
        keys: ['k'],
        idleKeys: ['ArrowUp'],
        applies: canAdvance(-1),
        run: move(-1),
      },
      { name: 'first', words: 'keys.ends', keys: ['g g'], applies: canMove(-1), run: toTop },
      { name: 'last', words: 'keys.ends', keys: ['G'], applies: canMove(1), run: toEnd },
      {
        name: 'open',
        words: 'keys.read',
        keys: ['o'],
        idleKeys: ['Enter'],
        applies: hasPapers,
        run: openCurrent,
      },
      { name: 'next', words: 'keys.step', keys: ['n', ']'], applies: canStep(1), run: step(1) },
      { name: 'previous', words: 'keys.step', keys: ['p', '['], applies: canStep(-1), run: step(-1) },
      { name: 'list', applies: hasPapers, run: papers.focus },
      { name: 'measure-list', run: papers.measure },
    ],
    settings: [
      {
        name: 'density',
        choices: ['cards', 'short', 'titles'],
        group: 'list',
        apply(density, isStart) {
          document.documentElement.dataset.density = String(density);
          if (!isStart) papers.measure();
        },
      },
    ],
    attached() {
      detach = papers.attach();
    },
    detached: () => detach(),
    /** @param {import('../../app/state.js').State} state @param {import('../../app/state.js').State} [before] */
    update(state, before) {
      const { address, answer, cursor, searching } = state;
      const total = answer?.result.total ?? 0;
      head.update({
        total,
        paperCount: answer?.paperCount ?? 0,
        order: address.order,
        hasWords: asksForWords(address.text),
        knowsYou: state.interest.enough,
        filterCount: filterCount(address),
        searching,
        selects: state.selection.taps,
      });
      papers.update({
        generation: answer?.generation ?? -1,
        total,
        cursor,
        openKey: address.paper,
        selected: state.selection.works,
        selecting: isSelecting(state),
        numbered: isOneDigest(state),
      });
      if (state.marksAt !== before?.marksAt || state.interest !== before.interest) papers.refresh();
    },
    says: createSaying({ rowAt: rows.at, hasFocus: () => document.activeElement === papers.node }),
    papers,
  });
}
