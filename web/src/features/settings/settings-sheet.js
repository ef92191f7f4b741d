import { fill, h } from '../../dom/dom.js';
import { hasWords, t } from '../../i18n/index.js';
import { LANGUAGES } from '../../i18n/language.js';
import { createDialog } from '../../app/dialog.js';

/** @typedef {import('../../app/settings.js').Settings} Settings */
/** @typedef {import('../../app/settings.js').Setting} Setting */

const GROUPS = /** @type {const} */ (['reading', 'list', 'page']);

/**
 * All settings, by group, a line for each: a checkbox, or a select.
 * @param {object} parts
 * @param {() => Settings} parts.settings
 * @param {() => void} parts.onKeys
 */
export function createSettingsSheet({ settings, onKeys }) {
  const groups = h('div', { class: 'settings' });
  const dialog = createDialog(
    { title: t('settings.title'), className: 'dialog-small', testId: 'settings' },
    groups,
    h(
      'p',
      { class: 'dialog-actions' },
      h('button', { type: 'button', class: 'keys-button', on: { click: onKeys } }, t('keys.title')),
    ),
  );

  function draw() {
    const { table, value, set } = settings();
    const nodes = GROUPS.map((group) => {
      const own = table.filter((setting) => (setting.group ?? 'page') === group);
      return h(
        'fieldset',
        { class: 'settings-group' },
        h('legend', {}, t(`settings.${group}`)),
        ...own.map((setting) => line(setting, value(setting.name), (chosen) => set(setting.name, chosen))),
      );
    });
    fill(groups, ...nodes);
  }

  return {
    node: dialog.node,
    isOpen: () => dialog.node.open,
    /** @param {string} [name] of the setting that gets the focus */
    show(name) {
      draw();
      dialog.show();
      /** @type {HTMLElement | null} */
      const chosen = name ? groups.querySelector(`#setting-${name}`) : null;
      chosen?.focus({ focusVisible: true });
    },
  };
}

/** @typedef {import('../../app/settings.js').Value} Value */

/** @param {Setting} setting @param {Value} value @param {(chosen: Value) => void} onChoose */
function line({ name, choices }, value, onChoose) {
  const id = `setting-${name}`;
  const isBox = choices.every((choice) => typeof choice === 'boolean');
  const hint = hasWords(`setting.${name}.hint`)
    ? h('small', { id: `${id}-hint`, class: 'setting-hint' }, t(`setting.${name}.hint`))
    : null;
  const how = { id, 'data-testid': id, 'aria-describedby': hint?.id };
  const label = h('label', { for: id }, t(`setting.${name}`));
  return h(
    'div',
    { class: 'setting' },
    label,
    isBox ? box(how, value === true, onChoose) : select(how, { name, choices }, value, onChoose),
    hint,
  );
}

/** @param {import('../../dom/dom.js').Attributes} how @param {boolean} checked @param {(chosen: Value) => void} onChoose */
function box(how, checked, onChoose) {
  /** @type {HTMLInputElement} */
  const node = h('input', {
    ...how,
    type: 'checkbox',
    checked,
    on: { change: () => onChoose(node.checked) },
  });
  // What is pressed is as large as a finger.
  return h('label', { class: 'setting-box' }, node);
}

/**
 * @param {import('../../dom/dom.js').Attributes} how
 * @param {Setting} setting
 * @param {Value} value
 * @param {(chosen: Value) => void} onChoose
 */
function select(how, { name, choices }, value, onChoose) {
  /** @type {HTMLSelectElement} */
  const node = h(
    'select',
    { ...how, on: { change: () => onChoose(choices[node.selectedIndex]) } },
    ...choices.map((choice) => h('option', { selected: choice === value }, wordsOf(name, choice))),
  );
  return node;
}

/** Languages have their own names. @param {string} name @param {Value} choice */
const wordsOf = (name, choice) => {
  const language = name === 'language' && LANGUAGES.find((each) => each === choice);
  return language ? t('language.name', {}, language) : t(`setting.${name}.${choice}`);
};
