import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { COLLECTION } from './collecting.js';
import { createCollectionsSheet } from './collections-sheet.js';
import { createElsewhere } from './elsewhere.js';

/**
 * Bibliographies and lists of ids that the user has opened: what of them is here, and what is not.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function collections({ store, collecting, browsing, run }) {
  const sheet = createCollectionsSheet({
    onOpen: () => run('choose-files'),
    onShow(name) {
      sheet.close();
      browsing.showOnly('sets', COLLECTION + name);
    },
    onStar: collecting.star,
    onTag: collecting.tag,
    onSame: collecting.sayAreSame,
    onSimilar(title) {
      sheet.close();
      run('similar-to-title', title);
    },
    onRemove: collecting.remove,
  });
  const elsewhere = createElsewhere((title) => run('similar-to-title', title));
  const show = () => sheet.show(store.get().collections);
  const open = h(
    'button',
    { type: 'button', class: 'facet-more', 'data-testid': 'collections-open', on: { click: show } },
    t('collections.open'),
  );

  return {
    places: { 'filters-collections': open, 'list-notes': elsewhere.node, over: sheet.node },
    commands: [{ name: 'collections', run: show }],
    update(state, before) {
      open.hidden = state.collections.length === 0;
      if (state.collections !== before?.collections) sheet.update(state.collections);
      if (before && state.address.text !== before.address.text) collecting.find();
      elsewhere.update(state.elsewhere, state.answerText);
    },
  };
}
