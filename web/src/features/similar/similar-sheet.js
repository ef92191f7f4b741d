import { createDialog } from '../../app/dialog.js';
import { similarEntry } from '../../app/paper-entry.js';
import { fill, h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/**
 * Papers similar to several ones, or to a title.
 * @param {object} callbacks
 * @param {(key: string) => void} callbacks.onOpen
 */
export function createSimilarSheet({ onOpen }) {
  const note = h('p', { class: 'similar-note' });
  const list = h('ul', { class: 'similar-list', 'data-testid': 'similar-to-selected-list' });
  const dialog = createDialog(
    { title: t('similar.title'), className: 'dialog-similar', testId: 'similar-sheet' },
    note,
    h('div', { class: 'similar' }, list),
  );
  return {
    node: dialog.node,
    close: dialog.close,
    /** @param {readonly import('../../engine/protocol.js').SimilarRow[]} rows @param {string} sentence what they are similar to */
    show(rows, sentence) {
      fill(note, render(sentence, { links: false }));
      fill(list, ...rows.map((row) => similarEntry(row, onOpen)));
      dialog.show();
    },
  };
}
