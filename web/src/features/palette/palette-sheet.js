import { h, say, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { t } from '../../i18n/index.js';
import { createDialog } from '../../app/dialog.js';

/** @typedef {{ name: string, label: string, sequences: string[][] }} Choice sequences: keys that do the same */

/**
 * A sheet in which a command is found by its name: a combobox whose popup is always open, as in ARIA 1.2. The focus
 * stays in the field.
 * @param {object} callbacks
 * @param {(text: string) => Choice[]} callbacks.onText returns the commands to offer, the best first
 * @param {(name: string) => void} callbacks.onRun a command was chosen; the sheet is closed
 */
export function createPaletteSheet({ onText, onRun }) {
  /** @type {Choice[]} */
  let choices = [];
  let active = 0;
  /** @type {string | null} */
  let chosen = null;

  const list = h('ul', {
    class: 'palette-list',
    id: 'palette-list',
    role: 'listbox',
    'aria-label': t('palette.title'),
    'data-testid': 'palette-list',
    on: {
      // Keeps the focus in the field: a mousedown would move it before the click.
      mousedown: (event) => event.preventDefault(),
      click(event) {
        const option = event.target instanceof Element && event.target.closest('[role=option]');
        if (option) choose([...list.children].indexOf(option));
      },
    },
  });
  const input = h('input', {
    type: 'text',
    class: 'palette-input',
    role: 'combobox',
    'aria-label': t('palette.label'),
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
    placeholder: t('palette.label'),
    autocapitalize: 'none',
    autocomplete: 'off',
    spellcheck: 'false',
    'data-testid': 'palette-input',
    on: { input: search, keydown },
  });
  const none = h('p', { class: 'palette-none', role: 'status', 'data-testid': 'palette-none' });
  const dialog = createDialog(
    {
      title: t('palette.title'),
      className: 'dialog-small dialog-palette',
      testId: 'palette',
      onClose() {
        const name = chosen;
        chosen = null;
        if (name !== null) onRun(name);
      },
    },
    input,
    list,
    none,
  );
  const showOptions = keyed(list, {
    key: ({ name }) => name,
    create: createOption,
  });

  function search() {
    choices = onText(input.value);
    point(0);
    list.scrollTop = 0;
    list.hidden = choices.length === 0;
    setAttribute(input, 'aria-expanded', String(choices.length > 0));
    say(none, choices.length > 0 ? '' : t('palette.none'));
  }

  /** @param {number} index */
  function point(index) {
    active = index;
    const options = showOptions(choices.map((choice, at) => ({ ...choice, active: at === active })));
    setAttribute(input, 'aria-activedescendant', options[active]?.id);
    options[active]?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} index */
  function choose(index) {
    if (!choices[index]) return;
    chosen = choices[index].name;
    dialog.close();
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && choices.length > 0) point((active + by + choices.length) % choices.length);
    else if (event.key === 'Enter') choose(active);
    else return;
    event.preventDefault();
  }

  return {
    node: dialog.node,
    /** Opens or closes it. */
    toggle() {
      if (dialog.node.open) return dialog.close();
      input.value = '';
      dialog.show();
      search();
      input.focus();
    },
  };
}

/** @param {Choice & { active: boolean }} choice */
function createOption({ name, label, sequences }) {
  const keys = sequences.flatMap((sequence) => [' ', ...sequence.map((key) => h('kbd', {}, key))]);
  const node = h(
    'li',
    { role: 'option', id: `palette-${name}`, 'data-command': name },
    h('span', {}, label),
    h('span', {}, ...keys),
  );
  return {
    node,
    /** @param {{ active: boolean }} choice */
    update: ({ active }) => setAttribute(node, 'aria-selected', String(active)),
  };
}
