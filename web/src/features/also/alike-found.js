import { similarEntry } from '../../app/paper-entry.js';
import { fill, h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/** @typedef {NonNullable<import('../../app/state.js').State['also']>} Also */

/**
 * Papers about the same as the few that the query finds, folded under the list.
 * @param {object} callbacks
 * @param {(key: string) => void} callbacks.onOpen
 */
export function createAlikeFound({ onOpen }) {
  const sum = h('summary', {});
  const list = h('ul', { class: 'also-list', 'data-testid': 'alike-list' });
  const node = h('details', { class: 'also', 'data-testid': 'alike', hidden: true }, sum, list);
  /** @type {readonly unknown[]} */
  let shown = [];
  return {
    node,
    /** @param {Also | null} also @param {string} text the query that the list answers */
    update(also, text) {
      const rows = also && also.text === text ? also.alike : [];
      if (rows === shown || (rows.length === 0 && shown.length === 0)) return;
      shown = rows;
      node.hidden = rows.length === 0;
      node.open = false;
      sum.textContent = t('alike.found', { n: rows.length });
      fill(list, ...rows.map((row) => similarEntry(row, onOpen)));
    },
  };
}
