import { fill, h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { tagName } from '../../marks/mark.js';

/**
 * Asks for a tag, with the known ones as completions. It is hidden until it is asked for.
 * @param {object} callbacks
 * @param {(name: string) => void} callbacks.onTag
 * @param {() => void} callbacks.onEnd gets the focus back
 */
export function createTagField({ onTag, onEnd }) {
  const known = h('datalist', { id: 'selection-tags' });
  const input = h('input', {
    type: 'text',
    class: 'selection-tag-input',
    'aria-label': t('selection.tag'),
    placeholder: t('selection.tag'),
    list: 'selection-tags',
    autocomplete: 'off',
    enterkeyhint: 'done',
    'data-testid': 'selection-tag-input',
    on: { keydown: onKey },
  });
  const cancel = h('button', { type: 'button', on: { click: end } }, t('selection.tag.cancel'));
  const add = h(
    'button',
    { type: 'button', class: 'selection-tag-add', on: { click: say } },
    t('selection.tag.add'),
  );
  const node = h('div', { class: 'selection-tag', hidden: true }, input, add, cancel, known);

  function say() {
    const name = tagName(input.value);
    end();
    if (name) onTag(name);
  }

  function end() {
    if (node.hidden) return;
    node.hidden = true;
    input.value = '';
    onEnd();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter') say();
    else if (event.key === 'Escape') end();
    else return;
    event.stopPropagation();
  }

  return {
    node,
    isShown: () => !node.hidden,
    /** @param {readonly { name: string }[]} tags all known ones */
    show(tags) {
      fill(known, ...tags.map(({ name }) => h('option', { value: name })));
      node.hidden = false;
      input.focus();
    },
    hide() {
      node.hidden = true;
      input.value = '';
    },
  };
}
