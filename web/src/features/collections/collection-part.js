import { fill, h } from '../../dom/dom.js';
import { inSteps } from '../../dom/in-steps.js';
import { t } from '../../i18n/index.js';
import { tagName } from '../../marks/mark.js';
import { render } from '../../typeset/index.js';
import { nameOf, similarButton, workLine } from './works.js';

/** @typedef {import('./collecting.js').Collection} Collection */
/** @typedef {import('./collecting.js').Matched} Matched */
/** @typedef {import('../../engine/protocol.js').CollectedWork} CollectedWork */

const FIRST = 20;
const STEP = 200;

/** One collection in the sheet. @param {string} name @param {import('./collections-sheet.js').Callbacks} callbacks */
export function createCollectionPart(name, { onShow, onStar, onTag, onSame, onSimilar, onRemove }) {
  /** @param {string} action @param {() => void} run */
  const button = (action, run) =>
    h(
      'button',
      {
        type: 'button',
        'data-testid': `collection-${action}`,
        'aria-label': `${t(`collections.${action}`)}: ${name}`,
        on: { click: run },
      },
      t(`collections.${action}`),
    );
  const count = h('p', { class: 'collection-count', 'data-testid': 'collection-count' });
  const show = button('show', () => onShow(name));
  const star = button('star', () => onStar(name));
  const tag = h('input', {
    type: 'text',
    class: 'collection-tag',
    'aria-label': t('collections.tag.of', { name }),
    placeholder: t('collections.tag'),
    autocomplete: 'off',
    'data-testid': 'collection-tag',
    on: {
      keydown(event) {
        if (event.key !== 'Enter' || event.isComposing || !tagName(tag.value)) return;
        event.preventDefault();
        onTag(name, tagName(tag.value));
        tag.value = '';
      },
    },
  });
  const remove = button('remove', () => onRemove(name));
  const remarks = h('details', { class: 'collection-remarks' });
  const doubtful = createWorks('doubtful', (/** @type {Matched} */ work) =>
    workLine(
      work,
      h(
        'p',
        { class: 'collected-match' },
        render(t('collections.nearly', { title: work.match.title }), { links: false }),
      ),
      h(
        'button',
        {
          type: 'button',
          'aria-label': t('collections.same.of', { title: nameOf(work) }),
          'data-testid': 'collection-same',
          on: { click: () => onSame(name, work) },
        },
        t('collections.same'),
      ),
    ),
  );
  const here = createWorks('here', (/** @type {Matched} */ work) => workLine(work));
  const elsewhere = createWorks('elsewhere', (/** @type {CollectedWork} */ work) =>
    workLine(work, similarButton(work, onSimilar)),
  );
  const node = h(
    'section',
    { class: 'collection', 'data-collection': name },
    h('h3', {}, render(name, { links: false })),
    count,
    h('div', { class: 'collection-tools' }, show, star, tag, remove),
    doubtful.node,
    here.node,
    elsewhere.node,
    remarks,
  );
  return {
    node,
    /** @param {Collection} collection */
    update(collection) {
      const { record } = collection;
      count.textContent = t('collections.count', {
        works: t('collections.works', { n: record.works.length }),
        here: collection.here.length,
      });
      for (const each of [show, star, tag]) each.disabled = collection.here.length === 0;
      doubtful.update(collection.doubtful);
      here.update(collection.here);
      elsewhere.update(collection.elsewhere);
      remarks.hidden = record.remarks.length === 0;
      fill(
        remarks,
        h('summary', {}, t('collections.remarks', { n: record.remarks.length })),
        h(
          'ul',
          {},
          ...record.remarks.map(({ line, message }) =>
            h(
              'li',
              { lang: 'en' },
              render(line > 0 ? `${t('collections.line', { line })} ${message}` : message, { links: false }),
            ),
          ),
        ),
      );
    },
  };
}

/**
 * Works of one kind, folded.
 * @template {CollectedWork} W
 * @param {'doubtful' | 'here' | 'elsewhere'} kind
 * @param {(work: W) => HTMLElement} make
 */
function createWorks(kind, make) {
  const sum = h('summary', {});
  const list = h('ul', { class: 'collected-list' });
  const node = h('details', { class: 'collection-works', 'data-testid': `collection-${kind}` }, sum, list);
  const show = inSteps(list, /** @type {readonly W[]} */ ([]), make, {
    first: FIRST,
    step: STEP,
    label: (n) => t('more', { n }),
    around: (button) => h('li', {}, button),
    key: (work, index) => `${index} ${nameOf(work)}`,
  });
  return {
    node,
    /** @param {readonly W[]} works */
    update(works) {
      node.hidden = works.length === 0;
      sum.textContent = t(`collections.${kind}`, { n: works.length });
      show(works);
    },
  };
}
