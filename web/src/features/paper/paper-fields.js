import { h } from '../../dom/dom.js';
import { hasWords, t } from '../../i18n/index.js';
import { languageOf } from '../../text/language-of.js';
import { render } from '../../typeset/index.js';
import { inSteps } from '../../dom/in-steps.js';
import { appendLongText } from './long-text.js';

/** @typedef {import('../../engine/protocol.js').Paper['fields'][number]} Field */
/** @typedef {import('../../typeset/index.js').Budget} Budget */

/** More than any real paper has. Each press adds as many again. */
const STEP = 50;

/**
 * Known fields in the digest's order, then the extra ones. Fields without a text are last, in one section.
 * @param {Field[]} fields
 * @param {Budget} budget
 */
export function paperFields(fields, budget) {
  const node = h('div', { class: 'fields' });
  inSteps(
    node,
    fields.filter((field) => !field.missing),
    (field) => (field.name === 'tldr' ? lead(field, budget) : section(field, budget)),
    { first: STEP, step: STEP, label: (n) => t('more', { n }) },
  );
  if (budget.exceeded()) node.append(h('p', { class: 'field-note' }, t('field.formulas')));
  node.append(missing(fields.filter((field) => field.missing)) || '');
  return node;
}

/** What a tool wrote in fields it had no text for, each such text once. @param {Field[]} fields */
const missing = (fields) =>
  fields.length > 0 &&
  h(
    'section',
    { class: 'field field-missing', 'data-field': 'missing' },
    h('h3', { class: 'field-label' }, t('field.missing')),
    h(
      'ul',
      { class: 'field-text' },
      ...[...byText(fields)].map(([text, some]) =>
        h(
          'li',
          {},
          render(
            text === '' ? some.map(label).join(' · ') : t('row.from', { field: some.map(label).join(' · ') }),
            { links: false },
          ),
          text !== '' && h('q', { lang: languageOf(text), dir: 'auto' }, render(text, { links: false })),
        ),
      ),
    ),
  );

/** @param {Field[]} fields */
function byText(fields) {
  /** @type {Map<string, Field[]>} */
  const groups = new Map();
  for (const field of fields) {
    const text = field.text.trim();
    groups.set(text, [...(groups.get(text) ?? []), field]);
  }
  return groups;
}

/** @param {Field} field @param {Budget} budget */
const lead = (field, budget) =>
  h(
    'section',
    { class: 'field field-lead', 'data-field': field.name, 'aria-label': label(field) },
    body(field, budget),
  );

/** @param {Field} field @param {Budget} budget */
const section = (field, budget) =>
  h(
    'section',
    { class: field.known ? 'field' : 'field field-extra', 'data-field': field.name },
    h(
      'h3',
      { class: 'field-label', lang: field.known ? null : languageOf(field.name) },
      render(label(field), { links: false }),
    ),
    body(field, budget),
  );

/** @param {Field} field @param {Budget} budget */
function body(field, budget) {
  const node = h('div', { class: 'field-text', lang: languageOf(field.text), dir: 'auto' });
  appendLongText(node, field, budget);
  return node;
}

/** @param {Field} field */
const label = ({ name, known }) => (known && hasWords(`field.${name}`) ? t(`field.${name}`) : name);
