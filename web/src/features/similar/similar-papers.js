import { similarEntry } from '../../app/paper-entry.js';
import { fill, h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/** @typedef {import('../../engine/protocol.js').SimilarRow} SimilarRow */

/**
 * The most similar papers of the library. They are loaded after the paper, whose text never waits for them.
 * @param {(key: string) => void} onOpen
 */
export function createSimilarPapers(onOpen) {
  const list = h('ul', { class: 'similar-list' });
  const node = h(
    'section',
    {
      class: 'field similar',
      'aria-labelledby': 'similar-title',
      'data-testid': 'similar',
      hidden: true,
    },
    h('h3', { class: 'field-label', id: 'similar-title' }, t('similar.title')),
    list,
  );
  /** @type {readonly SimilarRow[]} */
  let shown = [];
  return {
    node,
    /** @param {readonly SimilarRow[]} rows */
    update(rows) {
      if (rows === shown) return;
      shown = rows;
      node.hidden = rows.length === 0;
      fill(list, ...rows.map((similar) => similarEntry(similar, onOpen)));
    },
  };
}
