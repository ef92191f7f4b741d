import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { createTagsSheet } from './tags-sheet.js';

/**
 * The sheet in which tags are renamed, merged, coloured and deleted.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function tags({ tagging }) {
  const sheet = createTagsSheet({
    onRename: tagging.rename,
    onColour: tagging.colour,
    onRemove: tagging.remove,
  });
  const show = () => sheet.show(tagging.tags());
  const open = h(
    'button',
    { type: 'button', class: 'facet-more', 'data-testid': 'tags-open', on: { click: show } },
    t('tags.open'),
  );
  const hasTags = () => tagging.tags().length > 0;

  return {
    places: { 'filters-tags': open, over: sheet.node },
    commands: [{ name: 'tags', applies: hasTags, run: show }],
    update() {
      open.hidden = !hasTags();
      sheet.update(tagging.tags());
    },
  };
}
