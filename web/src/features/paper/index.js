import { blank } from '../../marks/mark.js';
import { copyLink } from './copy-link.js';
import { createPaperPane } from './paper-pane.js';
import { scrollByKeys } from './scroll-keys.js';

/** @typedef {import('../../app/state.js').State} State */

/** @param {State} state */
const isOpen = ({ paper }) => paper !== null;
/** There is a paper, open or under the cursor. @param {State} state */
const hasOne = ({ paper, answer }) => paper !== null || (answer?.result.total ?? 0) > 0;

/** The open paper. @param {import('../../app/feature.js').App} app @returns {import('../../app/feature.js').Feature} */
export function paper({ store, rows, browsing, deciding, marks, run, tell, signal }) {
  const pane = createPaperPane({
    onClose: () => run('back'),
    onStep: browsing.step,
    onFilter: browsing.showOnly,
    onAppearance: browsing.openAppearance,
    onSimilar: openSimilar,
    onVerbatim: browsing.showVerbatim,
    onSay: deciding.sayOf,
    onDismiss: () => deciding.dismiss(),
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
  /** Opens the paper under the cursor, unless one is open. */
  async function ensureOpen() {
    const { paper, cursor } = store.get();
    if (!paper) await browsing.open(cursor);
  }
  async function tag() {
    await ensureOpen();
    pane.focusTag();
  }
  async function note() {
    await ensureOpen();
    pane.focusNote();
  }
  async function copy() {
    const { paper, cursor } = store.get();
    const shown = paper ?? rows.at(cursor);
    if (shown) tell((await copyLink(shown)) ? 'notice.copied' : 'notice.copied.not');
  }

  return {
    places: { paper: pane.node },
    commands: [
      { name: 'tag', applies: hasOne, words: 'keys.tag', keys: ['t'], run: tag },
      { name: 'note', applies: hasOne, words: 'keys.note', keys: ['a'], run: note },
      {
        name: 'page',
        applies: hasOne,
        words: 'keys.page',
        keys: ['v'],
        run: () => browsing.openPage('abstract'),
      },
      { name: 'pdf', applies: hasOne, words: 'keys.pdf', keys: ['V'], run: () => browsing.openPage('pdf') },
      { name: 'copy-link', applies: hasOne, words: 'keys.copy', keys: ['c'], run: copy },
      { name: 'back', applies: isOpen, words: 'keys.back', keys: ['Escape'], run: close },
      { name: 'read', applies: isOpen, run: pane.focus },
    ],
    update(state, before) {
      const { paper } = state;
      pane.update({ ...state, total: state.answer?.result.total ?? 0 });
      if (paper && (state.marksAt !== before?.marksAt || paper !== before?.paper))
        pane.updateMarks(marks.get(paper.work) ?? blank(paper.work), marks.tags());
    },
    leave: pane.leave,
  };
}
