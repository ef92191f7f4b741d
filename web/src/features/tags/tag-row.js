import { tagSign } from '../../app/tag-sign.js';
import { h, say, setAttribute } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { COLOURS } from '../../marks/tag-colours.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('./tagging.js').Tag} Tag */

let serial = 0;

/**
 * One tag of the sheet: its name, which becomes a field to rename it, and its colour, chosen from a line that unfolds.
 * @param {string} name
 * @param {object} callbacks
 * @param {(text: string) => Tag | undefined} callbacks.find the tag of that name
 * @param {(text: string) => void} callbacks.onRename
 * @param {(colour: string) => void} callbacks.onColour
 * @param {() => void} callbacks.onRemove
 */
export function createTagRow(name, { find, onRename, onColour, onRemove }) {
  const id = `tag-${++serial}`;
  const sign = tagSign('');
  const label = h('span', { class: 'tag-name', id, dir: 'auto' }, sign, render(name, { links: false }));
  const count = h('span', { class: 'tag-count' });
  const rename = button('tags.rename', t('tags.rename.of', { name }), beginRename);
  const colour = button('tags.colour', t('tags.colour.of', { name }), () =>
    showColours(Boolean(colours.hidden)),
  );
  const remove = button('tags.remove', t('tags.remove.of', { name }), onRemove);
  const colours = h(
    'div',
    { class: 'tag-colours', role: 'radiogroup', 'aria-label': t('tags.colour.of', { name }), hidden: true },
    ...['', ...COLOURS].map(createSwatch),
  );
  const hint = h('p', { class: 'tag-hint', id: `${id}-hint`, role: 'status' });
  const field = h('input', {
    type: 'text',
    class: 'tag-field',
    'aria-label': t('tags.rename.label', { name }),
    'aria-describedby': hint.id,
    autocomplete: 'off',
    'data-testid': 'tag-field',
    on: { input: tell, keydown },
  });
  const save = h('button', { type: 'button', 'data-testid': 'tag-save', on: { click: endRename } });
  const cancel = h('button', { type: 'button', on: { click: cancelRename } }, t('tags.cancel'));
  const tools = h('div', { class: 'tag-tools' }, rename, colour, remove);
  const line = h('div', { class: 'tag-line' }, label, count, tools);
  const editor = h('div', { class: 'tag-editor', hidden: true }, field, save, cancel, hint);
  const node = h(
    'li',
    { class: 'tag-row', 'data-tag': name, 'data-testid': 'tag-row' },
    line,
    editor,
    colours,
  );
  setAttribute(colour, 'aria-expanded', 'false');

  /** @param {string} key @param {string} label @param {() => void} click */
  function button(key, label, click) {
    return h(
      'button',
      {
        type: 'button',
        'aria-label': label,
        'data-testid': key.replace('.', '-'),
        on: { click },
      },
      t(key),
    );
  }

  /** @param {string} value */
  function createSwatch(value) {
    const text = t(`colour.${value || 'none'}`);
    return h(
      'label',
      { class: 'swatch', title: text, 'data-colour': value || false },
      h('input', { type: 'radio', name: `${id}-colour`, value, on: { change: () => onColour(value) } }),
      h('span', { class: 'visually-hidden' }, text),
    );
  }

  /** @param {boolean} shown */
  function showColours(shown) {
    colours.hidden = !shown;
    setAttribute(colour, 'aria-expanded', String(shown));
  }

  function beginRename() {
    showColours(false);
    field.value = name;
    tell();
    line.hidden = true;
    editor.hidden = false;
    field.focus();
    field.select();
  }

  function cancelRename() {
    editor.hidden = true;
    line.hidden = false;
    rename.focus();
  }

  function endRename() {
    const text = field.value;
    cancelRename();
    onRename(text);
  }

  /** Says before it happens that two tags become one. */
  function tell() {
    const other = find(field.value);
    const merges = other !== undefined && other.name !== name;
    say(save, t(merges ? 'tags.merge' : 'tags.rename'));
    say(hint, merges ? t('tags.merges', { name: other.name, n: other.count }) : '');
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    // The sheet would close.
    event.preventDefault();
    if (event.key === 'Enter') endRename();
    else cancelRename();
  }

  return {
    node,
    /** @param {Tag} tag */
    update(tag) {
      setAttribute(sign, 'data-colour', tag.colour || false);
      say(count, t('count.all', { n: tag.count }));
      for (const input of colours.querySelectorAll('input')) input.checked = input.value === tag.colour;
    },
  };
}
