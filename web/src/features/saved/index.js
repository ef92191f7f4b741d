import { createSavedList } from './saved-list.js';

/**
 * Saved searches, each with the number of unread papers that it finds.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function saved({ saving }) {
  const list = createSavedList({
    onOpen: saving.open,
    onRename: saving.rename,
    onMove: saving.move,
    onForget: saving.forget,
    onSave: saving.save,
  });
  return {
    places: { 'filters-top': list.node },
    update(state) {
      list.update({ searches: state.searches, unseen: state.unseen, canSave: saving.canSave(state) });
    },
  };
}
