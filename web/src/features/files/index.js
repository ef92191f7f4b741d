import { canKeepFolder } from '../../library/can-keep-folder.js';
import { createAskSheet } from './ask-sheet.js';
import { createReport } from './report.js';
import { createStoragePanel } from './storage-panel.js';

/**
 * The open files, the storage they need, and what is stored of them.
 * @param {import('../../app/feature.js').App} app
 */
export function files({ store, storing, removing, watching, run }) {
  const storage = createStoragePanel({
    onBackUp: storing.backUp,
    onRestore: () => run('choose-files'),
    onPersist: storing.persist,
    onRemoveDays: removing.removeDays,
    onForget: forgetEverything,
  });
  const report = createReport({
    storage: storage.node,
    onFolder: () => run('choose-folder'),
    onRemove: removing.removeDigest,
    onKeepFolder: canKeepFolder ? watching.choose : null,
    onForgetFolder: watching.forget,
  });
  const asking = createAskSheet();

  async function forgetEverything() {
    report.close();
    // Stop watching first, or its files would be read again at once. What is stored of it goes with all the rest.
    watching.forget();
    await storing.forgetEverything();
  }
  function show() {
    report.update(store.get().shelf);
    storage.fold();
    storing.measure();
    report.show();
  }

  return /** @satisfies {import('../../app/feature.js').Feature & Record<string, unknown>} */ ({
    places: { over: [report.node, asking.node] },
    commands: [{ name: 'files', run: show }],
    /** @param {import('../../app/state.js').State} state @param {import('../../app/state.js').State} [before] */
    update(state, before) {
      report.updateFolder(state.folder);
      if (state.shelf !== before?.shelf && report.node.open) report.update(state.shelf);
      if (state.storage !== before?.storage) storage.update(state.storage);
    },
    ask: asking.ask,
  });
}
