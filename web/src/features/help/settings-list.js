import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/** One line for each setting: a checkbox, or a select. @param {import('../../app/settings.js').Settings} settings */
export function createSettingsList({ table, value, set }) {
  return h(
    'div',
    { class: 'settings', role: 'group', 'aria-label': t('settings.title') },
    ...table.map(line),
  );

  /** @param {import('../../app/settings.js').Setting} setting */
  function line({ name, choices }) {
    const label = t(`setting.${name}`);
    const isBox = choices.every((choice) => typeof choice === 'boolean');
    return isBox
      ? h('label', { class: 'setting' }, box(name), ' ', label)
      : h('label', { class: 'setting setting-choice' }, label, ' ', select(name, choices));
  }

  /** @param {string} name */
  function box(name) {
    /** @type {HTMLInputElement} */
    const node = h('input', {
      type: 'checkbox',
      checked: value(name) === true,
      'data-testid': `setting-${name}`,
      on: { change: () => set(name, node.checked) },
    });
    return node;
  }

  /** @param {string} name @param {readonly import('../../app/settings.js').Value[]} choices */
  function select(name, choices) {
    /** @type {HTMLSelectElement} */
    const node = h(
      'select',
      { 'data-testid': `setting-${name}`, on: { change: () => set(name, choices[node.selectedIndex]) } },
      ...choices.map((choice) =>
        h('option', { selected: choice === value(name) }, t(`setting.${name}.${choice}`)),
      ),
    );
    return node;
  }
}
