import { h, say, setAttribute } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { createTagField } from './tag-field.js';

/** @typedef {import('../../app/selection.js').Selection} Selection */

/**
 * How many papers are selected, and what can be done with all of them. It stands at the foot of the list, so that no row
 * moves when it appears.
 * @param {object} callbacks
 * @param {(command: string) => void} callbacks.onRun
 * @param {(name: string) => void} callbacks.onTag
 * @param {() => void} callbacks.onList puts the focus on the list
 */
export function createSelectionBar({ onRun, onTag, onList }) {
  const count = h('p', { class: 'selection-count', 'data-testid': 'selection-count' });
  const all = button('select-all', 'selection.all', 'selection.all.title');
  const clear = button('unselect', 'selection.clear', 'selection.clear.title');
  const acts = [
    button('selected-star', 'marks.star', 'triage.star'),
    button('selected-tag', 'selection.tag.button', 'selection.tag.title'),
    button('selected-done', 'swipe.done', 'triage.done'),
    button('selected-dismiss', 'marks.dismiss', 'triage.dismiss'),
    button('copy-links', 'selection.links', 'selection.links.title'),
    button('copy-titles', 'selection.titles', 'selection.titles.title'),
    button('similar-to-selected', 'selection.similar', 'selection.similar.title'),
    button('export', 'selection.export', 'selection.export.title'),
    button('print', 'selection.print', 'selection.print.title'),
  ];
  const tools = h(
    'div',
    { class: 'selection-acts', role: 'toolbar', 'aria-label': t('selection.acts') },
    ...acts,
  );
  const tag = createTagField({
    onTag,
    onEnd() {
      tools.hidden = false;
      onList();
    },
  });
  const node = h(
    'section',
    {
      class: 'selection-bar',
      'aria-label': t('selection.label'),
      'data-testid': 'selection-bar',
      hidden: true,
    },
    h('div', { class: 'selection-line' }, count, all, clear),
    tools,
    tag.node,
  );

  /** @param {string} command @param {string} label @param {string} title */
  function button(command, label, title) {
    return h(
      'button',
      { type: 'button', title: t(title), 'data-testid': command, on: { click: () => onRun(command) } },
      t(label),
    );
  }

  return {
    node,
    /** @param {readonly { name: string }[]} tags all known ones */
    askTag(tags) {
      tools.hidden = true;
      tag.show(tags);
    },
    /** Returns what the count says. @param {Selection} selection @param {boolean} isShown @param {number} total of the list */
    update({ works, outside }, isShown, total) {
      const sentence = countText(works.size, outside);
      say(count, sentence);
      const isEmpty = works.size === 0;
      for (const act of acts) act.disabled = isEmpty;
      setAttribute(all, 'hidden', works.size - outside >= total);
      // What is hidden loses the focus.
      const hadFocus = node.contains(document.activeElement);
      if (!isShown && tag.isShown()) {
        tag.hide();
        tools.hidden = false;
      }
      node.hidden = !isShown;
      if (!isShown && hadFocus) onList();
      return sentence;
    },
  };
}

/** @param {number} n @param {number} outside how many of them the list does not show */
const countText = (n, outside) =>
  n === 0
    ? t('selection.none')
    : outside > 0
      ? t('selection.count.outside', { n, outside })
      : t('selection.count', { n });
