import { blank } from '../../marks/mark.js';
import { isCovered } from '../../app/covered.js';
import { isSelecting } from '../../app/selection.js';
import { copy } from './copying.js';
import { keepPlace, placeOf } from './kept-places.js';
import { createPaperPane } from './paper-pane.js';
import { readingSettings } from './reading-settings.js';
import { scrollByKeys } from './scroll-keys.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('./copying.js').What} What */

/** @param {State} state */
const isOpen = ({ paper }) => paper !== null;
/** There is a paper, open or under the cursor. @param {State} state */
const hasOne = ({ paper, answer }) => paper !== null || (answer?.result.total ?? 0) > 0;

/** The open paper. @param {import('../../app/feature.js').App} app @returns {import('../../app/feature.js').Feature} */
export function paper({
  store,
  rows,
  browsing,
  deciding,
  marks,
  tagging,
  collecting,
  learning,
  settings,
  run,
  tell,
  signal,
}) {
  const pane = createPaperPane({
    onClose: closeOne,
    onStep: browsing.step,
    onFilter: browsing.showOnly,
    onCopy: copyOf,
    onCite: () => run('export', { kind: 'one' }),
    onAppearance: browsing.openAppearance,
    onSimilar: openSimilar,
    onVerbatim: browsing.showVerbatim,
    onSay: deciding.sayOf,
    onDismiss: () => deciding.dismiss(),
    onIgnore: (kind, text) => learning.say(kind, text, 'ignored'),
    // The name of a work from arXiv is the id in its keys.
    onLike: (work) => openSimilar(`${work}@`),
    onAlone: toggleAlone,
    onSettings: () => run('settings'),
    languages: () => /** @type {any} */ (settings().value('languages')),
    placeOf,
    onPlace: keepPlace,
  });

  scrollByKeys(pane.node, () => isOpen(store.get()), signal);

  /** @param {string} key */
  async function openSimilar(key) {
    await browsing.openSimilar(key);
    pane.focus();
  }
  function close() {
    browsing.close();
    run('list');
  }
  /** Of two things that cover the list, takes away one. */
  function closeOne() {
    if (store.get().address.alone) return toggleAlone();
    close();
  }
  /** While papers are selected, a key is meant for them. @param {string} command @param {() => unknown} one */
  const forSelected = (command, one) => () => (isSelecting(store.get()) ? run(command) : one());
  /** The paper goes first: it lies over the list, or was opened last. */
  function back() {
    const state = store.get();
    if (isCovered(state)) return run('trends-close');
    return isOpen(state) ? closeOne() : forSelected('unselect', close)();
  }
  /** Opens the paper under the cursor, unless one is open. */
  async function ensureOpen() {
    const { paper, cursor } = store.get();
    if (!paper) await browsing.open(cursor);
  }
  async function toggleAlone() {
    await ensureOpen();
    pane.staying(() => browsing.showAlone(!store.get().address.alone));
    pane.focus();
  }
  async function tag() {
    await ensureOpen();
    pane.focusTag();
  }
  async function note() {
    await ensureOpen();
    pane.focusNote();
  }
  /** @param {What} what */
  async function copyOf(what) {
    const { paper, cursor } = store.get();
    const shown = paper ?? rows.at(cursor);
    if (shown) tell(await copy(what, shown), {}, { isBrief: true });
  }
  const reading = readingSettings({ settings, pane, onSize: () => run('measure-list') });

  return {
    places: { paper: pane.node },
    commands: [
      { name: 'tag', applies: hasOne, words: 'keys.tag', keys: ['t'], run: forSelected('selected-tag', tag) },
      { name: 'note', applies: hasOne, words: 'keys.note', keys: ['a'], run: note },
      {
        name: 'page',
        applies: hasOne,
        words: 'keys.page',
        keys: ['v'],
        run: () => browsing.openPage('abstract'),
      },
      { name: 'pdf', applies: hasOne, words: 'keys.pdf', keys: ['V'], run: () => browsing.openPage('pdf') },
      {
        name: 'copy-link',
        applies: hasOne,
        words: 'keys.copy',
        keys: ['c'],
        run: forSelected('copy-links', () => copyOf('link')),
      },
      { name: 'copy-title', applies: hasOne, words: 'keys.copy', keys: ['C'], run: () => copyOf('title') },
      { name: 'copy-id', applies: hasOne, words: 'keys.copy', keys: ['i'], run: () => copyOf('id') },
      { name: 'alone', applies: hasOne, words: 'keys.alone', keys: ['f'], run: toggleAlone },
      { name: 'back', applies: isOpen, everywhere: true, words: 'keys.back', keys: ['Escape'], run: back },
      { name: 'read', applies: isOpen, run: pane.focus },
      { name: 'larger', words: 'keys.size', keys: ['+', '='], run: () => reading.resize(1) },
      { name: 'smaller', words: 'keys.size', keys: ['-'], run: () => reading.resize(-1) },
    ],
    settings: reading.settings,
    update(state, before) {
      const { paper, address } = state;
      pane.update({ ...state, total: state.answer?.result.total ?? 0, alone: address.alone });
      const isSame =
        state.marksAt === before?.marksAt &&
        paper === before.paper &&
        state.collections === before.collections;
      if (paper && !isSame)
        pane.updateMarks(
          marks.get(paper.work) ?? blank(paper.work),
          tagging.tags(),
          collecting.of(paper.work),
        );
    },
    attached: () => pane.attach(signal),
    leave: pane.leave,
  };
}
