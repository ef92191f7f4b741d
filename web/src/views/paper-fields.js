import { h } from '../dom.js';
import { hasWords, t } from '../i18n/index.js';
import { languageOf } from '../text/language-of.js';
import { render, renderParagraphs } from '../typeset/index.js';

/** @typedef {import('../engine/protocol.js').Paper['fields'][number]} Field */

/** @param {Field[]} fields known ones in the digest's order, then the extra ones */
export const paperFields = (fields) =>
  fields.map((field) =>
    field.missing ? missing(field) : field.name === 'tldr' ? lead(field) : section(field),
  );

/** What a tool wrote where it had nothing to say. @param {Field} field */
const missing = (field) =>
  h(
    'section',
    { class: 'field field-missing', 'data-field': field.name },
    h('h3', { class: 'field-label', lang: field.known ? null : languageOf(field.name) }, label(field)),
    h(
      'p',
      { class: 'field-text' },
      `${t('field.missing')} `,
      field.text.trim() !== '' &&
        h('q', { lang: languageOf(field.text) }, render(field.text, { links: false })),
    ),
  );

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
