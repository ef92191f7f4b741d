import { createContents } from './contents.js';

/**
 * The table of contents, shown until a paper is open.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function contents({ browsing }) {
  const view = createContents(browsing.choose);
  return {
    places: { paper: view.node },
    update: ({ contents, paper }) => view.update({ contents, hidden: paper !== null }),
  };
}
