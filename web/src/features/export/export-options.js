import { h, say } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { LONGEST_PATTERN, MOST_AUTHORS, USUAL } from './choice.js';
import { IN_TEX, WITH_ABSTRACT, WITH_AUTHORS, WITH_KEYS } from './formats.js';

/** @typedef {import('./choice.js').Choice} Choice */
/** @typedef {Omit<Choice, 'format'>} Options */

/**
 * What else a format can be told. Only what the format takes is shown.
 * @param {() => void} onChange
 */
export function createExportOptions(onChange) {
  const abstracts = box('abstracts');
  const ascii = box('ascii');
  const authors = input('authors', { type: 'text', inputmode: 'numeric' });
  const keys = input('keys', {
    type: 'text',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
  });
  const problem = h('p', { id: 'export-keys-problem', class: 'export-problem', role: 'alert', hidden: true });
  const lines = {
    abstracts: line(abstracts, 'abstracts'),
    ascii: line(ascii, 'ascii'),
    authors: line(authors, 'authors'),
    keys: line(keys, 'keys'),
  };
  const node = h('div', { class: 'export-options' }, ...Object.values(lines), problem);

  /** @param {string} name */
  function box(name) {
    return h('input', {
      type: 'checkbox',
      id: `export-${name}`,
      'data-testid': `export-${name}`,
      on: { change: onChange },
    });
  }
  /** @param {string} name @param {import('../../dom/dom.js').Attributes} attributes */
  function input(name, attributes) {
    return h('input', {
      ...attributes,
      id: `export-${name}`,
      'data-testid': `export-${name}`,
      'aria-describedby': name === 'keys' ? 'export-keys-problem' : null,
      on: { input: onChange },
    });
  }
  /** A box is pressed together with its words. @param {HTMLElement} control @param {string} name */
  function line(control, name) {
    return h('label', { class: 'export-option' }, h('span', {}, t(`export.${name}`)), control);
  }

  return {
    node,
    /** @param {Options} options */
    set(options) {
      abstracts.checked = options.abstracts;
      ascii.checked = options.ascii;
      authors.value = options.authors > 0 ? String(options.authors) : '';
      keys.value = options.keys;
    },
    /** @returns {Options} */
    choice: () => ({
      abstracts: abstracts.checked,
      ascii: ascii.checked,
      authors: Math.min(Math.max(0, Math.trunc(Number(authors.value)) || 0), MOST_AUTHORS),
      keys: keys.value.trim().slice(0, LONGEST_PATTERN) || USUAL.keys,
    }),
    /** @param {import('./formats.js').Format} format */
    show(format) {
      lines.abstracts.hidden = !WITH_ABSTRACT.has(format);
      lines.authors.hidden = !WITH_AUTHORS.has(format);
      lines.ascii.hidden = !IN_TEX.has(format);
      lines.keys.hidden = !WITH_KEYS.has(format);
    },
    /** What is wrong with the pattern of keys; empty: nothing. @param {string} sentence */
    showProblem(sentence) {
      say(problem, sentence);
      problem.hidden = sentence === '';
      keys.setAttribute('aria-invalid', String(sentence !== ''));
    },
  };
}
