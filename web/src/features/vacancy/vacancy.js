import { fill, h } from '../../dom/dom.js';
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
  const node = h('div', { class: className, 'data-testid': testId, hidden: true });
  let shown = '';
  /** A button that stays keeps its node: somebody may be about to press it. @type {Map<Way, HTMLElement>} */
  const buttons = new Map();

  /** @param {Way} way @param {Reason} reason */
  function buttonOf(way, reason) {
    const button =
      buttons.get(way) ?? h('button', { type: 'button', 'data-way': way, on: { click: () => onWay(way) } });
    buttons.set(way, button);
    fill(button, render(labelOf(way, reason), { links: false }));
    return button;
  }

  return {
    node,
    /** @param {Reason | null} reason null: there is nothing to say */
    update(reason) {
      if (nameOf(reason) === shown) return;
      shown = nameOf(reason);
      node.hidden = reason === null;
      if (!reason) return;
      const focused = document.activeElement;
      fill(
        node,
        h('p', { class: 'vacancy-sentence' }, render(sentenceOf(reason), { links: false })),
        hintOf(reason.kind, isTouch()),
        reason.ways.length > 0 &&
          h('p', { class: 'vacancy-ways' }, ...reason.ways.map((way) => buttonOf(way, reason))),
      );
      // A node that moves loses the focus.
      if (focused instanceof HTMLElement && node.contains(focused)) focused.focus({ preventScroll: true });
    },
  };
}
