import { h } from '../../dom/dom.js';
import { inSteps } from '../../dom/in-steps.js';
import { t } from '../../i18n/index.js';
import { similarButton, workLine } from './works.js';

/** @typedef {import('../../app/state.js').State['elsewhere']} Elsewhere */

const STEP = 20;

/**
 * What the query finds in the collections and in no digest: folded, above the list.
 * @param {(title: string) => void} onSimilar
 */
export function createElsewhere(onSimilar) {
  const sum = h('summary', {});
  const list = h('ul', { class: 'collected-list' });
  const node = h('details', { class: 'elsewhere', 'data-testid': 'elsewhere', hidden: true }, sum, list);
  const show = inSteps(
    list,
    /** @type {NonNullable<Elsewhere>['works']} */ ([]),
    (work) => workLine(work, similarButton(work, onSimilar)),
    {
      first: STEP,
      step: STEP,
      label: (n) => t('more', { n }),
      around: (button) => h('li', {}, button),
      key: (work, index) => `${index} ${work.title}${work.id}${work.doi}${work.url}`,
    },
  );
  /** @type {Elsewhere} */
  let shown = null;
  return {
    node,
    /** @param {Elsewhere} found @param {string} text the query that the list answers */
    update(found, text) {
      const now = found && found.text === text && found.works.length > 0 ? found : null;
      if (now === shown) return;
      shown = now;
      node.hidden = now === null;
      if (!now) return;
      sum.textContent = t('elsewhere', { n: now.works.length });
      show(now.works);
    },
  };
}
