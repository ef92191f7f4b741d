import { h } from '../dom.js';
import { hasWords, t } from '../i18n/index.js';
import { languageOf } from '../text/language-of.js';
import { render, renderParagraphs } from '../typeset/index.js';

/** @typedef {import('../engine/protocol.js').Paper['fields'][number]} Field */

/** @param {Field[]} fields known ones in the digest's order, then the extra ones; those without a text last, as one */
export const paperFields = (fields) => [
  ...fields
    .filter((field) => !field.missing)
    .map((field) => (field.name === 'tldr' ? lead(field) : section(field))),
  missing(fields.filter((field) => field.missing)),
];

/** What a tool wrote where it had nothing to say, each text once. @param {Field[]} fields */
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
          text !== '' && h('q', { lang: languageOf(text) }, render(text, { links: false })),
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

/** @param {Field} field */
const lead = (field) =>
  h(
    'section',
    { class: 'field field-lead', 'data-field': field.name, 'aria-label': label(field) },
    body(field),
  );

/** @param {Field} field */
const section = (field) =>
  h(
    'section',
    { class: field.known ? 'field' : 'field field-extra', 'data-field': field.name },
    h('h3', { class: 'field-label', lang: field.known ? null : languageOf(field.name) }, label(field)),
    body(field),
  );

/** @param {Field} field */
const body = (field) =>
  h(
    'div',
    { class: 'field-text', lang: languageOf(field.text) },
    renderParagraphs(field.text, { marks: field.marks, links: true }),
  );

/** @param {Field} field */
const label = ({ name, known }) => (known && hasWords(`field.${name}`) ? t(`field.${name}`) : name);
