// The page as one piece: creates the views and gives each its share of the state.
import { createReceiving } from './actions/receiving.js';
import { fill } from './dom.js';
import { canKeepFolder } from './files/can-keep-folder.js';
import { fromFiles, fromFolder } from './files/read-files.js';
import { t } from './i18n/index.js';
import { listenToKeys } from './keys.js';
import { blank } from './marks/mark.js';
import { createAnnouncer } from './views/announcer.js';
import { createArchiveDays } from './views/archive-days.js';
import { createArchiveSheet } from './views/archive-sheet.js';
import { createContents } from './views/contents.js';
import { createDropZone } from './views/drop-zone.js';
import { createEmpty } from './views/empty.js';
import { createFilePicker } from './views/file-picker.js';
import { createFilters } from './views/filters.js';
import { createFiltersSheet } from './views/filters-sheet.js';
import { createKeysSheet } from './views/keys-sheet.js';
import { WIDE, createLayout } from './views/layout.js';
import { countText, createListHead } from './views/list-head.js';
import { createMasthead } from './views/masthead.js';
import { createNoMatch } from './views/no-match.js';
import { createPaperList } from './views/paper-list.js';
import { createPaperPane } from './views/paper-pane.js';
import { createPasteSheet } from './views/paste-sheet.js';
import { createProgress } from './views/progress.js';
import { createQueryIssue } from './views/query-issue.js';
import { refusal } from './views/refusal.js';
import { createReport, noteCount } from './views/report.js';
import { createSearchBox } from './views/search-box.js';
import { createStoragePanel } from './views/storage-panel.js';
import { createSuggestion, suggestionText } from './views/suggestion.js';
import { createSyntaxSheet } from './views/syntax-sheet.js';
import { createToast } from './views/toast.js';
import { createYours } from './views/yours.js';
import { createUpdateNotice } from './views/update-notice.js';

/** @typedef {import('./state/state.js').State} State */

/** A database may take long to open. What needs none must not wait for it. */
const FRONT_MS = 1500;

/**
 * @param {HTMLElement} root
 * @param {object} parts
 * @param {ReturnType<typeof import('./state/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('./actions/browsing.js').createBrowsing>} parts.browsing
 * @param {ReturnType<typeof import('./actions/completing.js').createCompleting>} parts.completing
 * @param {ReturnType<typeof import('./actions/opening.js').createOpening>} parts.opening
 * @param {ReturnType<typeof import('./actions/archiving.js').createArchiving>} parts.archiving
 * @param {ReturnType<typeof import('./actions/watching.js').createWatching>} parts.watching
 * @param {ReturnType<typeof import('./engine/row-cache.js').createRowCache>} parts.rows
 * @param {ReturnType<typeof import('./actions/marking.js').createMarking>} parts.marking
 * @param {ReturnType<typeof import('./actions/storing.js').createStoring>} parts.storing
 * @param {import('./marks/marks.js').Marks} parts.marks
 * @param {() => void} parts.onCancel
 * @param {() => void} parts.onLater   the new version of the page can wait
 * @param {(language: import('./i18n/language.js').Language) => void} parts.onLanguage
 */
export function createPage(root, parts) {
  const { store, browsing, completing, opening, archiving, watching, rows, marking, storing, marks } = parts;
  const { onCancel, onLater, onLanguage } = parts;
  const ending = new AbortController();
  // Stands for an empty page until it is known whether this is one.
  const front = root.querySelector('.front');
  if (front) setTimeout(() => front.remove(), FRONT_MS);
  const picker = createFilePicker({
    onFiles: (files) => opening.open(fromFiles(files)),
    onFolder: (files) => opening.open(fromFolder(files)),
  });
  const paste = createPasteSheet(opening.openText);
  const keys = createKeysSheet();
  const syntax = createSyntaxSheet();
  const storage = createStoragePanel({
    onBackUp: storing.backUp,
    onRestore: picker.show,
    onPersist: storing.persist,
    onRemoveDays: async (from, to) =>
      toast.show(t('storage.days.removed', { n: await storing.removeDays(from, to) })),
    onForget: forgetEverything,
  });
  const onKeepFolder = canKeepFolder ? watching.choose : null;
  const report = createReport({
    storage: storage.node,
    onFolder: picker.showFolder,
    onRemove: (label) => storing.remove([label]),
    onKeepFolder,
    onLetFolderGo: watching.letGo,
  });
  const onArchive = { onDay: archiving.load, onMany: archiving.load, onLanguages: archiving.choose };
  const archiveSheet = createArchiveSheet(onArchive);
  const archiveDays = createArchiveDays(onArchive);
  const toast = createToast();
  const newVersion = createUpdateNotice({ onLater });
  const announcer = createAnnouncer();
  const progress = createProgress({ onCancel });
  const search = createSearchBox({
    onText: browsing.type,
    onComplete: completing.complete,
    onLeave: () => list.focus(),
    onSyntax: syntax.show,
  });
  const masthead = createMasthead(
    {
      onHome: browsing.home,
      onOpenFiles: picker.show,
      onArchive: archiveSheet.show,
      onFolderAgain: watching.again,
      onReport() {
        report.update(store.get().shelf);
        storing.measure();
        report.show();
      },
      onKeys: keys.show,
      onLanguage,
    },
    search.node,
  );
  const yours = createYours({
    onToggle: marking.toggleFilter,
    onSearch: marking.openSearch,
    onForget: marking.forgetSearch,
    onSave: marking.saveSearch,
  });
  const empty = createEmpty(
    {
      onChoose: picker.show,
      onFolder: picker.showFolder,
      onKeepFolder,
      onPaste: paste.show,
      onSample: opening.openSample,
    },
    archiveDays.node,
  );
  const filters = createFilters({
    yours: yours.node,
    onToggle: browsing.toggle,
    onBare: browsing.toggleBare,
    onClear: browsing.clearFilters,
  });
  const listHead = createListHead({
    onOrder: browsing.order,
    onFilters: () => filtersSheet.show(),
    onTop: toTop,
  });
  const list = createPaperList({
    rowAt: rows.at,
    markOf: marks.get,
    onNeed: rows.want,
    onOpen: open,
    onMove: browsing.move,
  });
  const issue = createQueryIssue();
  const suggestion = createSuggestion(takeSuggestion);
  const noMatch = createNoMatch({ onClear: browsing.clearAll });
  const pane = createPaperPane({
    onClose: close,
    onStep: browsing.step,
    onFilter: browsing.only,
    onAppearance: browsing.openAppearance,
    onSimilar: openSimilar,
    onVerbatim: browsing.showVerbatim,
    onSay: marks.say,
  });
  const contents = createContents(browsing.choose);
  const dropZone = createDropZone(createReceiving(opening, { onFiles: paste.close }), ending.signal);
  const layout = createLayout({
    masthead: masthead.node,
    empty: empty.node,
    filters: filters.node,
    list: [listHead.node, issue.node, suggestion.node, list.node, noMatch.node],
    paper: [contents.node, pane.node],
    over: [progress.node, newVersion.node, toast.node, announcer.node, ...picker.nodes, dropZone.node],
  });
  const filtersSheet = createFiltersSheet(layout.filterColumn, filters.node, window.matchMedia(WIDE));

  /** @param {number} index */
  async function open(index) {
    await browsing.open(index);
    if (layout.phone.matches) pane.focus();
  }
  /** @param {string} key */
  async function openSimilar(key) {
    await browsing.openSimilar(key);
    pane.focus();
  }
  /** @param {string} text */
  function takeSuggestion(text) {
    // On a phone the box would bring up the keyboard, over the papers.
    if (layout.phone.matches) list.focus();
    else search.put(text);
    browsing.replaceText(text);
  }
  async function forgetEverything() {
    report.close();
    // What would be read again at once is no longer kept open.
    await watching.letGo();
    await storing.forgetEverything();
  }
  function toTop() {
    browsing.move(0);
    list.scrollTo(0, 'start');
  }
  function close() {
    browsing.close();
    list.focus();
  }

  /** @type {Record<import('./keys.js').Action, () => void>} */
  const onKey = {
    search: search.focus,
    down: () => browsing.move(store.get().cursor + 1),
    up: () => browsing.move(store.get().cursor - 1),
    first: toTop,
    last: () => browsing.move(Infinity),
    open: () => open(store.get().cursor),
    next: () => browsing.step(1),
    previous: () => browsing.step(-1),
    page: browsing.openPage,
    back: close,
    help: keys.show,
    star: marking.star,
    unread: marking.unread,
    tag: pane.focusTag,
    note: pane.focusNote,
  };
  listenToKeys((action) => onKey[action](), ending.signal);

  /** @param {State} state @param {State} [before] */
  function update(state, before) {
    const { address, answer, shelf, paper, position, cursor } = state;
    const isEmpty = state.booted && shelf.digests.length === 0;
    if (state.booted) front?.remove();
    const total = answer?.result.total ?? 0;
    const { categories, days, authors, bare } = address;
    const { archive, folder } = state;
    masthead.update({
      digests: shelf.digests.length,
      notes: noteCount(shelf),
      empty: isEmpty,
      archive: archive !== null,
      folder,
    });
    report.updateFolder(folder);
    if (archive && (archive !== before?.archive || shelf !== before.shelf)) {
      const shown = archiving.shown();
      archiveSheet.update(shown);
      archiveDays.update(shown);
    }
    const answered = { issues: answer?.result.issues ?? [], text: state.answerText };
    search.update({ text: address.text, answered, completion: state.completion });
    issue.update(answered);
    suggestion.update({ result: answer?.result, typed: state.answerText });
    empty.update({ empty: isEmpty, archive: archive !== null });
    filters.update({ result: answer?.result, selected: { categories, days, authors }, bare });
    yours.update({
      text: address.text,
      tags: marks.tags(),
      searches: state.searches,
      canSave: marking.canSave(state),
    });
    listHead.update({
      total,
      paperCount: answer?.paperCount ?? 0,
      order: address.order,
      filterCount: categories.length + days.length + authors.length + Number(bare),
      searching: state.searching,
    });
    list.update({ generation: answer?.generation ?? -1, total, cursor, openKey: address.paper });
    noMatch.update(answer !== null && total === 0);
    contents.update({ digests: shelf.digests, hidden: paper !== null });
    pane.update({ ...state, total });
    const marked = state.marksAt !== before?.marksAt;
    if (paper && (marked || paper !== before?.paper))
      pane.updateMarks(marks.get(paper.work) ?? blank(paper.work), marks.tags());
    if (marked) list.refresh();
    if (shelf !== before?.shelf && report.node.open) report.update(shelf);
    if (state.storage !== before?.storage) storage.update(state.storage);
    progress.update(state.progress);
    newVersion.update(state.takeUpdate);
    layout.update({ empty: isEmpty || !state.booted, reading: paper !== null });
    document.title = paper ? `${paper.title.text} · ${t('app.name')}` : t('app.name');
    if (answer && answer !== before?.answer) {
      const said = suggestionText({ result: answer.result, typed: state.answerText });
      announcer.say(`${said} ${countText(total, answer.paperCount)}`.trim());
    }
  }

  fill(
    root,
    front,
    ...layout.nodes,
    paste.node,
    keys.node,
    syntax.node,
    report.node,
    archiveSheet.node,
    filtersSheet.node,
  );
  const unsubscribe = store.subscribe(update);
  update(store.get());
  const detach = list.attach();

  return {
    list,
    focusLanguage: masthead.focusLanguage,
    notify: toast.show,
    /** @param {{ name: string, code: string }[]} refused */
    showRefused: (refused) =>
      toast.show(
        refused.length === 1
          ? `${refused[0].name}: ${refusal(refused[0].code)}`
          : t('report.refused', { n: refused.length }),
      ),
    end() {
      ending.abort();
      unsubscribe();
      detach();
    },
  };
}
