import { isCovered } from '../../app/covered.js';
import { NO_FILTERS } from '../../app/fragment.js';
import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { createTrendsView } from './trends-view.js';

/** @typedef {import('../../app/state.js').State} State */

/** @param {State} state */
const hasDigests = ({ shelf }) => shelf.digests.length > 0;

/**
 * What the library has more of than before, and less.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function trends({ store, trending, browsing, run }) {
  const view = createTrendsView({
    onClose: close,
    onWindow: trending.choose,
    onCompare: trending.compare,
    onSearch(search) {
      browsing.go({ ...NO_FILTERS, text: '', paper: '', order: 'relevance', ...search });
      run('list');
    },
  });
  const open = h(
    'button',
    { type: 'button', class: 'facet-more', 'data-testid': 'trends-open', on: { click: show } },
    t('trends.open'),
  );

  function show() {
    if (!isCovered(store.get())) trending.open();
  }
  function close() {
    trending.close();
    run('list');
  }

  return {
    places: { view: view.node, 'filters-days': open },
    commands: [
      { name: 'trends', applies: hasDigests, words: 'keys.trends', keys: ['T'], run: show },
      {
        name: 'trends-close',
        applies: isCovered,
        everywhere: true,
        run: close,
      },
    ],
    update(state, before) {
      const isOpen = isCovered(state);
      // Each file that is read would have all of it made anew.
      if (isOpen && !state.progress) trending.load();
      view.update(state, isOpen);
      if (isOpen && !(before && isCovered(before))) view.focus();
    },
    says(state, before) {
      if (!before || !isCovered(state)) return {};
      const { trends, comparison } = state;
      if (trends && trends !== before.trends)
        return { trends: t('trends.said', { n: trends.found.after, before: trends.found.before }) };
      const newest = comparison !== before.comparison && comparison?.at(-1);
      return newest ? { trends: t('trends.compared', { text: newest.text, n: newest.total }) } : {};
    },
  };
}
