import { h } from '../../dom/dom.js';
import { formatList, hasWords, t } from '../../i18n/index.js';
import { language } from '../../i18n/language.js';
import { languageOf } from '../../text/language-of.js';
import { render } from '../../typeset/index.js';
import { inSteps } from '../../dom/in-steps.js';
import { appendLongText } from './long-text.js';
import { chooseTexts, partsOf, sidesOf } from './paper-parts.js';

/** @typedef {import('./paper-parts.js').Field} Field */
/** @typedef {import('./paper-parts.js').Part} Part */
/** @typedef {import('../../typeset/index.js').Budget} Budget */

/** More than any real paper has. Each press adds as many again. */
const STEP = 50;

/**
 * Known fields in the digest's order, then the extra ones. Fields without a text are last, in one section.
 * @param {object} texts
 * @param {readonly Field[]} texts.fields
 * @param {readonly Field[]} [texts.beside] of the same paper in another language
 * @param {import('./paper-parts.js').Languages} [texts.languages]
 * @param {() => void} [texts.onAll] the user wants to see the other language too
 * @param {Budget} budget
 */
export function paperFields({ fields, beside = [], languages = 'both', onAll = () => {} }, budget) {
  const { shown, left } = chooseTexts(partsOf(fields, beside), languages, language());
  const sides = sidesOf(shown);
  const isPaired = !sides && shown.some(({ texts }) => texts.length > 1);
  const node = h('div', { class: sides || isPaired ? 'fields fields-two' : 'fields' });
  /** @param {Part} part */
  const draw = (part) => (part.known && part.name === 'tldr' ? lead(part, budget) : section(part, budget));
  if (sides)
    node.append(
      h(
        'div',
        { class: 'fields-sides' },
        ...sides.map((side) => h('div', { class: 'fields-side' }, ...side.map(draw))),
      ),
    );
  const rest = sides ? shown.filter(({ known }) => !known) : shown;
  inSteps(node, rest, draw, { first: STEP, step: STEP, label: (n) => t('more', { n }) });
  if (left.length > 0) node.append(leftOut(left, onAll));
  if (budget.exceeded()) node.append(h('p', { class: 'field-note' }, t('field.formulas')));
  node.append(missing(fields.filter((field) => field.missing)) || '');
  return node;
}

/** @param {Part[]} parts @param {() => void} onAll */
function leftOut(parts, onAll) {
  const languages = new Set(parts.flatMap(({ texts }) => texts.map((text) => text.language)));
  const names = [...languages].map((each) => t(`text.${each}`));
  return h(
    'p',
    { class: 'field-note' },
    h(
      'button',
      { type: 'button', class: 'more', 'data-testid': 'other-language', on: { click: onAll } },
      t('field.left', { languages: formatList(names) }),
    ),
  );
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

/** @param {Part} part @param {Budget} budget */
const lead = (part, budget) =>
  h(
    'section',
    { class: 'field field-lead', 'data-field': part.name, 'aria-label': label(part) },
    ...bodies(part, budget),
  );

/** @param {Part} part @param {Budget} budget */
const section = (part, budget) =>
  h(
    'section',
    { class: part.known ? 'field' : 'field field-extra', 'data-field': part.name },
    h(
      'h3',
      { class: 'field-label', lang: part.known ? null : languageOf(part.name) },
      render(label(part), { links: false }),
    ),
    ...bodies(part, budget),
  );

/** @param {Part} part @param {Budget} budget */
function bodies({ texts }, budget) {
  const nodes = texts.map(({ field }) => {
    const node = h('div', { class: 'field-text', lang: languageOf(field.text), dir: 'auto' });
    appendLongText(node, field, budget);
    return node;
  });
  return nodes.length > 1 ? [h('div', { class: 'field-pair' }, ...nodes)] : nodes;
}

/** @param {{ name: string, known: boolean }} field */
const label = ({ name, known }) => (known && hasWords(`field.${name}`) ? t(`field.${name}`) : name);
