import { createYours } from './yours.js';

/**
 * The user's own: saved searches.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function marks({ marking }) {
  const yours = createYours({
    onSearch: marking.openSearch,
    onForget: marking.forgetSearch,
    onSave: marking.saveSearch,
  });
  return {
    places: { yours: yours.node },
    update(state) {
      yours.update({ searches: state.searches, canSave: marking.canSave(state) });
    },
  };
}
