import { createYours } from './yours.js';

/**
 * The user's own: marks, tags and saved searches.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function marks({ marking, marks }) {
  const yours = createYours({
    onToggle: marking.toggleFilter,
    onSearch: marking.openSearch,
    onForget: marking.forgetSearch,
    onSave: marking.saveSearch,
  });
  return {
    places: { yours: yours.node },
    update(state) {
      yours.update({
        text: state.address.text,
        tags: marks.tags(),
        searches: state.searches,
        canSave: marking.canSave(state),
      });
    },
  };
}
