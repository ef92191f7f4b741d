import { t } from '../../i18n/index.js';
import { createPicking } from './picking.js';
import { selectionCommand } from './list-keys.js';
import { printSheet } from './print-sheet.js';
import { isSelecting } from '../../app/selection.js';
import { createSelectionBar } from './selection-bar.js';

/** @typedef {import('../../app/state.js').State} State */

/** @param {State} state */
const hasPapers = ({ answer }) => (answer?.result.total ?? 0) > 0;
/** @param {State} state */
const hasOne = (state) => state.paper !== null || hasPapers(state);
/** @param {State} state */
const hasSome = ({ selection }) => selection.works.size > 0;

/**
 * Many papers at once: which are selected, and what is done with them.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function selection({ store, selecting, acting, handingOut, marks, placed, run, announce }) {
  const [list] = placed('list');
  const bar = createSelectionBar({ onRun: run, onTag: acting.tag, onList: () => run('list') });
  /** @type {HTMLElement | null} */
  let sheet = null;

  createPicking(list, {
    tapsSelect: () => store.get().selection.taps,
    isSelecting: () => isSelecting(store.get()),
    onToggle: selecting.toggleAt,
    onReach: selecting.reachTo,
    onDrag: selecting.dragTo,
    onLongPress(index) {
      selecting.start();
      selecting.toggleAt(index);
    },
  });
  list.addEventListener('keydown', onKey, { capture: true });

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const state = store.get();
    const now = { isSelecting: isSelecting(state), isReading: state.paper !== null };
    const command = event.isComposing ? undefined : selectionCommand(event, now);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    run(command);
  }

  /** Taps select, or no more. */
  const selectByTaps = () => (store.get().selection.taps ? clear() : selecting.start());

  async function clear() {
    await selecting.clear();
    announce(t('selection.cleared'));
  }

  function removeSheet() {
    sheet?.remove();
    sheet = null;
  }

  /** Prints the selected papers, else what the screen shows. */
  async function print() {
    removeSheet();
    if (hasSome(store.get())) {
      const papers = await handingOut.papers();
      if (!papers) return;
      sheet = printSheet(papers);
      document.body.append(sheet);
    }
    // Some browsers print only after this has returned.
    window.addEventListener('afterprint', removeSheet, { once: true });
    window.print();
  }

  /** @type {import('../../app/commands.js').Command[]} */
  const commands = [
    { name: 'select', applies: hasOne, words: 'keys.select', keys: ['x'], run: selecting.toggle },
    {
      name: 'select-down',
      applies: hasOne,
      words: 'keys.select.range',
      keys: ['J'],
      idleKeys: ['Shift+ArrowDown'],
      run: () => selecting.step(1),
    },
    {
      name: 'select-up',
      applies: hasOne,
      words: 'keys.select.range',
      keys: ['K'],
      idleKeys: ['Shift+ArrowUp'],
      run: () => selecting.step(-1),
    },
    {
      name: 'select-all',
      applies: hasPapers,
      words: 'keys.select.all',
      idleKeys: ['Mod+a'],
      run: selecting.all,
    },
    { name: 'select-here', run: () => selecting.toggleAt(store.get().cursor) },
    { name: 'select-many', applies: hasPapers, run: selectByTaps },
    { name: 'unselect', applies: isSelecting, run: clear },
    { name: 'selected-done', run: acting.done },
    { name: 'selected-star', run: acting.star },
    { name: 'selected-dismiss', run: acting.dismiss },
    { name: 'selected-tag', run: () => bar.askTag(marks.tags()) },
    { name: 'copy-links', applies: hasSome, run: handingOut.copyLinks },
    { name: 'print', applies: hasOne, words: 'keys.print', keys: ['Mod+p'], run: print },
  ];

  return {
    places: { 'list-end': bar.node },
    commands,
    update(state, before) {
      const { selection: now, answer } = state;
      if (now === before?.selection && answer === before?.answer) return;
      const said = bar.update(now, isSelecting(state), answer?.result.total ?? 0);
      if (!before || now.works === before.selection.works) return;
      if (now.works.size > 0) announce(said);
      removeSheet();
    },
  };
}
