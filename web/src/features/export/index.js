import { createExportSheet } from './export-sheet.js';
import { showCitation } from './citation-meta.js';

/** @typedef {import('../../app/state.js').State} State */

/** @param {State} state */
const hasOne = ({ paper, answer }) => paper !== null || (answer?.result.total ?? 0) > 0;

/**
 * Papers on their way to what people write with.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function exports({ exporting }) {
  const sheet = createExportSheet({ exporting });

  return {
    places: { over: sheet.node },
    commands: [
      { name: 'cite', applies: hasOne, words: 'keys.cite', keys: ['b'], run: () => exporting.copyAs() },
      {
        name: 'export',
        applies: hasOne,
        words: 'keys.export',
        keys: ['B'],
        run: (/** @type {import('./scopes.js').Scope | undefined} */ scope) =>
          sheet.open(scope ?? exporting.scopeNow()),
      },
      { name: 'copy-titles', applies: hasOne, run: () => exporting.copyAs('link') },
      {
        name: 'copy-reference',
        applies: hasOne,
        words: 'keys.reference',
        run: () => exporting.copyAs('reference'),
      },
      { name: 'copy-cite', applies: hasOne, words: 'keys.copy.cite', run: () => exporting.copyAs('cite') },
      {
        name: 'copy-bibtex',
        applies: hasOne,
        words: 'keys.copy.bibtex',
        run: () => exporting.copyAs('bibtex'),
      },
    ],
    update(state, before) {
      if (state.paper !== before?.paper) showCitation(state.paper);
    },
    detached: () => showCitation(null),
  };
}
