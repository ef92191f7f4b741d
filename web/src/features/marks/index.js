import { createYours } from './yours.js';

/**
 * The user's own: marks and tags as filters.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function marks({ marking, tagging, placed }) {
  const yours = createYours({
    onToggle: marking.toggleFilter,
    rest: [...placed('yours-tags'), ...placed('yours-searches')],
  });
  return {
    places: { yours: yours.node },
    update({ address }) {
      yours.update({ text: address.text, tags: tagging.tags() });
    },
  };
}
