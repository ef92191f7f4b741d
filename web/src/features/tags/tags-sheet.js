import { createDialog } from '../../app/dialog.js';
import { h } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { spokenOrder, t } from '../../i18n/index.js';
import { tagName } from '../../marks/mark.js';
import { createTagRow } from './tag-row.js';

/** @typedef {import('./tagging.js').Tag} Tag */

/**
 * @param {object} callbacks
 * @param {(name: string, text: string) => void} callbacks.onRename
 * @param {(name: string, colour: string) => void} callbacks.onColour "": none
 * @param {(name: string) => void} callbacks.onRemove
 */
export function createTagsSheet({ onRename, onColour, onRemove }) {
  const list = h('ul', { class: 'tags-list' });
  const none = h('p', { class: 'tags-none', tabindex: -1 }, t('tags.none'));
  const dialog = createDialog(
    { title: t('tags.title'), className: 'dialog-tags', testId: 'tags-sheet' },
    list,
    none,
  );
  /** @type {readonly Tag[]} */
  let shown = [];
  /** @type {readonly Tag[]} */
  let known = [];
  /** The row of this tag takes the focus once it is there. */
  let next = '';

  const show = keyed(list, {
    key: ({ name }) => name,
    create: (/** @type {Tag} */ { name }) =>
      createTagRow(name, {
        find: (text) => known.find((tag) => tag.name === tagName(text)),
        onRename(text) {
          next = tagName(text);
          onRename(name, text);
          draw();
        },
        onColour: (colour) => onColour(name, colour),
        onRemove: () => onRemove(name),
      }),
    fallback: () => none,
  });

  function draw() {
    if (!dialog.node.open) return;
    none.hidden = known.length > 0;
    if (known !== shown) show(known.toSorted((a, b) => spokenOrder(a.name, b.name)));
    shown = known;
    if (!known.some(({ name }) => name === next)) return;
    const rows = /** @type {HTMLElement[]} */ ([...list.children]);
    rows
      .find(({ dataset }) => dataset.tag === next)
      ?.querySelector('button')
      ?.focus();
    next = '';
  }

  return {
    node: dialog.node,
    /** @param {readonly Tag[]} tags */
    show(tags) {
      known = tags;
      dialog.show();
      draw();
    },
    /** @param {readonly Tag[]} tags */
    update(tags) {
      known = tags;
      draw();
    },
  };
}
