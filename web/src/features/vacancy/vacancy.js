import { fill, h } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { formatDay, hasWords, t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';
import { nameOf } from './reason.js';

/** @typedef {import('./reason.js').Reason} Reason */
/** @typedef {import('./reason.js').Way} Way */

/** @param {Reason} reason */
export const sentenceOf = ({ kind, day = '', tag = '', n = 0 }) =>
  t(`vacancy.${kind}`, { day: formatDay(day, 'long'), tag, n });

/** @param {string} kind @param {boolean} touch */
function hintOf(kind, touch) {
  const key = [...(touch ? [`vacancy.${kind}.touch`] : []), `vacancy.${kind}.hint`].find(hasWords);
  return key && h('p', { class: 'vacancy-hint' }, t(key));
}

/** @param {Way} way @param {Reason} reason */
function labelOf(way, { next, n = 0 }) {
  if (way !== 'next-day') return t(`vacancy.way.${way}`, { n });
  return t('vacancy.way.next-day', { day: formatDay(next?.day ?? '', 'long'), n: next?.unread ?? 0 });
}

/**
 * What stands where there are no papers, or under those of a day that is finished, and what to do next.
 * @param {object} parts
 * @param {string} parts.className
 * @param {string} parts.testId
 * @param {() => boolean} parts.isTouch
 * @param {(way: Way) => void} parts.onWay
 */
export function createVacancy({ className, testId, isTouch, onWay }) {
  const sentence = h('p', { class: 'vacancy-sentence' });
  const hint = h('div');
  const ways = h('p', { class: 'vacancy-ways' });
  const node = h('div', { class: className, 'data-testid': testId, hidden: true }, sentence, hint, ways);
  /** Somebody may be about to press a button: it stays where it is. */
  const showWays = keyed(ways, {
    key: (/** @type {{ way: Way, label: string }} */ { way }) => way,
    create({ way }) {
      const button = h('button', { type: 'button', 'data-way': way, on: { click: () => onWay(way) } });
      return {
        node: button,
        update: ({ label }) => fill(button, render(label, { links: false })),
      };
    },
  });
  let shown = '';
  return {
    node,
    /** @param {Reason | null} reason null: there is nothing to say */
    update(reason) {
      if (nameOf(reason) === shown) return;
      shown = nameOf(reason);
      node.hidden = reason === null;
      if (!reason) return;
      fill(sentence, render(sentenceOf(reason), { links: false }));
      fill(hint, hintOf(reason.kind, isTouch()));
      ways.hidden = reason.ways.length === 0;
      showWays(reason.ways.map((way) => ({ way, label: labelOf(way, reason) })));
    },
  };
}
